// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/ColumnValue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/** Whether a member must be there. */
enum class Presence { Optional, Required };

/**
 * Reads a JSON object member by member and takes nothing on trust: a member that is missing, of
 * another type or unknown is a DatabaseError (Usage) that names it by its path in the document.
 */
class StrictJsonObject
{
public:
    StrictJsonObject(QJsonObject object, QString path);

    QString text(const QString &name, Presence presence = Presence::Optional);
    QStringList texts(const QString &name);
    bool boolean(const QString &name, bool byDefault);
    /** Text, a whole number as text, or null. */
    Cell cell(const QString &name);
    /** The values of an object, by column. */
    std::vector<ColumnValue> columnValues(const QString &name);
    /** The object @p name, or nothing. */
    std::optional<StrictJsonObject> object(const QString &name);
    /** The objects of the array @p name. */
    std::vector<StrictJsonObject> objects(const QString &name);

    /** To be called last: refuses members that nobody has asked for. */
    void refuseOthers() const;
    [[noreturn]] void fail(const QString &name, const QString &problem) const;

private:
    QJsonValue take(const QString &name);
    QJsonArray array(const QString &name);
    QString pathOf(const QString &name) const;

    QJsonObject m_object;
    QString m_path; ///< "", or "references[0]."
    QSet<QString> m_taken;
};

} // namespace tagsmith
