// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/WindowState.h"

#include "core/UsesColumns.h"
#include "repository/TagRepository.h"

#include <QCryptographicHash>
#include <QHeaderView>
#include <QMainWindow>
#include <QSettings>
#include <QStandardPaths>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const QString geometryKey = u"window/geometry"_s;
const QString panelsKey = u"window/panels"_s;

/** Beside the recent connections, in the user's configuration folder. */
QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/window.ini"_L1;
}

/** A table whose columns have changed is another table: the remembered state would not fit. */
QString columnsKey(const TagSource &source)
{
    QStringList parts{source.profile.toUrl(), source.vocabulary.name};
    for (const Column &column : source.vocabulary.columns)
        parts << column.name;
    const std::vector<Column> computed = usesColumns(source.vocabulary);
    for (const Column &column : computed)
        parts << column.declaredType;
    const QByteArray hash =
        QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha1);
    return u"columns/"_s + QString::fromLatin1(hash.toHex());
}

} // namespace

void WindowState::save(const QMainWindow &window)
{
    QSettings settings(settingsPath(), QSettings::IniFormat);
    settings.setValue(geometryKey, window.saveGeometry());
    settings.setValue(panelsKey, window.saveState());
}

void WindowState::restore(QMainWindow &window)
{
    const QSettings settings(settingsPath(), QSettings::IniFormat);
    const QByteArray geometry = settings.value(geometryKey).toByteArray();
    if (!geometry.isEmpty())
        window.restoreGeometry(geometry);
    const QByteArray panels = settings.value(panelsKey).toByteArray();
    if (!panels.isEmpty())
        window.restoreState(panels);
}

void WindowState::saveColumns(const TagSource &source, const QHeaderView &header)
{
    QSettings settings(settingsPath(), QSettings::IniFormat);
    settings.setValue(columnsKey(source), header.saveState());
}

bool WindowState::restoreColumns(const TagSource &source, QHeaderView &header)
{
    const QByteArray state =
        QSettings(settingsPath(), QSettings::IniFormat).value(columnsKey(source)).toByteArray();
    return !state.isEmpty() && header.restoreState(state);
}

} // namespace tagsmith
