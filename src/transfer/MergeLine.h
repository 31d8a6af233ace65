// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace tagsmith
{

/** A line that says which tags are merged into which one. The views last as long as the line. */
struct MergeLine
{
    enum class Form {
        None,   ///< it is no such line
        Arrow,  ///< "source, source -> target"; the sign → is an arrow too
        Divided ///< "target: source, source"
    };
    Form form = Form::None;
    QStringView sources; ///< divided by commas
    QStringView target;
    QString problem; ///< why the tags cannot be told; empty: they can
};

/**
 * Reads @p line. A line with an arrow has its target behind it; else its first colon that white
 * space or the end of the line follows divides it, so that a name may be "role::program". White
 * space around names does not count. Thread-safe.
 */
MergeLine parseMergeLine(QStringView line);

} // namespace tagsmith
