// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/WindowState.h"

#include "repository/TagRepository.h"

#include <QCryptographicHash>
#include <QHeaderView>
#include <QSettings>
#include <QStandardPaths>
#include <QWidget>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const QString geometryKey = u"window/geometry"_s;

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
    const QByteArray hash =
        QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha1);
    return u"columns/"_s + QString::fromLatin1(hash.toHex());
}

} // namespace

void WindowState::save(const QWidget &window)
{
    QSettings settings(settingsPath(), QSettings::IniFormat);
    settings.setValue(geometryKey, window.saveGeometry());
}

void WindowState::restore(QWidget &window)
{
    const QByteArray geometry =
        QSettings(settingsPath(), QSettings::IniFormat).value(geometryKey).toByteArray();
    if (!geometry.isEmpty())
        window.restoreGeometry(geometry);
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
