// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"

#include <QJsonObject>
#include <QString>

namespace tagsmith
{

/**
 * Standard output and standard error. A write that fails is remembered and told by flush(); output
 * goes on until then without effect.
 */
class Console
{
public:
    /** Answers on standard output. */
    void print(const QString &text);
    /** One object, on one line. */
    void print(const QJsonObject &object);
    /** Whether everything printed so far has arrived; else problem() says why not. */
    bool flush();
    const QString &problem() const { return m_problem; }

    /** One line on standard error, "tagsmith: message"; with @p json also the JSON object, with
     * the rows in conflict; without it their three versions, on standard output. */
    void reportError(const Error &error, bool json);
    /** One line on standard error that is no error. */
    void note(const QString &text);
    /** A line that is overwritten by the next one; only where standard error is a terminal. */
    void showProgress(const QString &text);

private:
    void clearProgress();

    QString m_problem;
    bool m_progressShown = false;
};

} // namespace tagsmith
