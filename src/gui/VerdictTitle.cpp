// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/VerdictTitle.h"

#include <QCoreApplication>

namespace tagsmith
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("tagsmith::LineVerdict", text);
}

} // namespace

QString verdictTitle(LineVerdict verdict)
{
    switch (verdict) {
    case LineVerdict::New: return translated(QT_TRANSLATE_NOOP("tagsmith::LineVerdict", "New"));
    case LineVerdict::Changed:
        return translated(QT_TRANSLATE_NOOP("tagsmith::LineVerdict", "Changed"));
    case LineVerdict::Unchanged:
        return translated(QT_TRANSLATE_NOOP("tagsmith::LineVerdict", "Unchanged"));
    case LineVerdict::Skipped:
        return translated(QT_TRANSLATE_NOOP("tagsmith::LineVerdict", "Skipped"));
    case LineVerdict::Rejected:
        return translated(QT_TRANSLATE_NOOP("tagsmith::LineVerdict", "Rejected"));
    case LineVerdict::Renamed:
        return translated(QT_TRANSLATE_NOOP("tagsmith::LineVerdict", "Renamed"));
    case LineVerdict::Merged:
        return translated(QT_TRANSLATE_NOOP("tagsmith::LineVerdict", "Merged"));
    case LineVerdict::Deleted: break;
    }
    return translated(QT_TRANSLATE_NOOP("tagsmith::LineVerdict", "Deleted"));
}

} // namespace tagsmith
