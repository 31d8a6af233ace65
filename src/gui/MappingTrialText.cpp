// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/MappingTrialText.h"

#include <QCoreApplication>
#include <QLocale>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("MappingTrialText", text, nullptr, count);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString tagsLine(const MappingTrial &trial)
{
    QStringList names;
    for (const QString &name : trial.sampleNames)
        names << u"“%1”"_s.arg(name.toHtmlEscaped());
    QString line = tr("%1 tags").arg(u"<b>%1</b>"_s.arg(number(trial.tags)));
    if (!names.isEmpty())
        line += tr(", such as %1").arg(names.join(u", "_s));
    if (trial.equalNames > 0)
        line += tr("; %1 of them have the name of another").arg(number(trial.equalNames));
    return line + u'.';
}

QString referenceLine(const MappingTrial::ReferenceTrial &reference)
{
    QString line =
        tr("%1: %2 rows name a tag")
            .arg(reference.title.toHtmlEscaped(), u"<b>%1</b>"_s.arg(number(reference.taggings)));
    if (reference.dangling > 0)
        line += tr(", %1 name none of these").arg(number(reference.dangling));
    return line + u'.';
}

QString counterLine(const MappingTrial::CounterTrial &counter)
{
    return tr("%1: right in %2 tags, wrong in %3.")
        .arg(counter.column.toHtmlEscaped(), number(counter.right), number(counter.wrong));
}

} // namespace

QString mappingTrialText(const MappingTrial &trial)
{
    QStringList lines = {tagsLine(trial)};
    if (trial.references.empty())
        lines << tr("No reference is known, so that no uses can be counted.");
    for (const auto &reference : trial.references)
        lines << referenceLine(reference);
    for (const auto &counter : trial.counters)
        lines << counterLine(counter);
    return u"<p style='margin:0'>"_s + lines.join(u"</p><p style='margin:0'>"_s) + u"</p>"_s;
}

} // namespace tagsmith
