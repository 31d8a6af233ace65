// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/StrictJsonObject.h"

#include "core/Error.h"

#include <cmath>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** A value of a row as JSON writes it; nothing at all where it is neither text, number nor null. */
std::optional<Cell> cellOf(const QJsonValue &value)
{
    if (value.isNull())
        return Cell{};
    if (value.isString())
        return Cell{value.toString()};
    constexpr double largest = 9e15; // beyond, a double is not exact any more
    const double number = value.toDouble();
    if (value.isDouble() && std::floor(number) == number && std::abs(number) < largest)
        return Cell{QString::number(static_cast<qint64>(number))};
    return std::nullopt;
}

} // namespace

StrictJsonObject::StrictJsonObject(QJsonObject object, QString path)
    : m_object(std::move(object)), m_path(std::move(path))
{
}

QString StrictJsonObject::text(const QString &name, Presence presence)
{
    const QJsonValue value = take(name);
    if (value.isUndefined() && presence == Presence::Optional)
        return {};
    if (value.isUndefined())
        fail(name, u"is missing"_s);
    if (!value.isString())
        fail(name, u"must be text"_s);
    if (presence == Presence::Required && value.toString().isEmpty())
        fail(name, u"must not be empty"_s);
    return value.toString();
}

QStringList StrictJsonObject::texts(const QString &name)
{
    QStringList list;
    const QJsonArray values = array(name);
    for (const auto &value : values) {
        if (!value.isString())
            fail(name, u"must be a list of texts"_s);
        list << value.toString();
    }
    return list;
}

bool StrictJsonObject::boolean(const QString &name, bool byDefault)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool())
        fail(name, u"must be true or false"_s);
    return value.toBool(byDefault);
}

Cell StrictJsonObject::cell(const QString &name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return {};
    const std::optional<Cell> cell = cellOf(value);
    if (!cell)
        fail(name, u"must be text, a whole number or null"_s);
    return *cell;
}

std::vector<ColumnValue> StrictJsonObject::columnValues(const QString &name)
{
    std::vector<ColumnValue> list;
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return list;
    if (!value.isObject())
        fail(name, u"must be an object of columns and their values"_s);
    const QJsonObject values = value.toObject();
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        const std::optional<Cell> cell = cellOf(it.value());
        if (!cell)
            fail(name + u'.' + it.key(), u"must be text, a whole number or null"_s);
        list.push_back({it.key(), *cell});
    }
    return list;
}

std::optional<StrictJsonObject> StrictJsonObject::object(const QString &name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject())
        fail(name, u"must be an object"_s);
    return StrictJsonObject(value.toObject(), pathOf(name) + u'.');
}

std::vector<StrictJsonObject> StrictJsonObject::objects(const QString &name)
{
    std::vector<StrictJsonObject> list;
    const QJsonArray values = array(name);
    for (const auto &value : values) {
        if (!value.isObject())
            fail(name, u"must be a list of objects"_s);
        list.emplace_back(value.toObject(), u"%1[%2]."_s.arg(pathOf(name)).arg(list.size()));
    }
    return list;
}

void StrictJsonObject::refuseOthers() const
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_taken.contains(it.key()))
            fail(it.key(), u"is not known"_s);
    }
}

void StrictJsonObject::fail(const QString &name, const QString &problem) const
{
    throw DatabaseError(ErrorKind::Usage,
                        u"The member \"%1\" of the mapping %2."_s.arg(pathOf(name), problem));
}

QJsonValue StrictJsonObject::take(const QString &name)
{
    m_taken.insert(name);
    return m_object.value(name);
}

QJsonArray StrictJsonObject::array(const QString &name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isArray())
        fail(name, u"must be a list"_s);
    return value.toArray();
}

QString StrictJsonObject::pathOf(const QString &name) const
{
    return m_path + name;
}

} // namespace tagsmith
