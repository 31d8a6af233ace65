// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/VocabularyMappingJson.h"

#include "core/StrictJsonObject.h"

#include <QJsonArray>

#include <concepts>
#include <type_traits>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

template <class T, class Value>
concept Is = std::same_as<std::remove_const_t<T>, Value>;

// Each value's members, told once for both directions: for the reader the value is filled, for the
// writer it is const.

void members(auto &archive, Is<ObjectKey> auto &value)
{
    archive.texts(u"columns"_s, value.columns);
    archive.boolean(u"nullsAreEqual"_s, value.nullsAreEqual, true);
}

void members(auto &archive, Is<ObjectTable> auto &value)
{
    archive.required(u"table"_s, value.table);
    archive.required(u"key"_s, value.key);
    archive.required(u"linkColumn"_s, value.linkColumn);
    archive.required(u"label"_s, value.label);
    archive.columnValues(u"where"_s, value.where);
}

void members(auto &archive, Is<Reference> auto &value)
{
    archive.required(u"table"_s, value.table);
    archive.required(u"column"_s, value.column);
    archive.role(u"role"_s, value.role);
    archive.text(u"target"_s, value.target);
    archive.list(u"objects"_s, value.objects);
    archive.columnValues(u"scope"_s, value.scope);
    archive.list(u"objectTables"_s, value.objectTables);
}

void members(auto &archive, Is<Counter> auto &value)
{
    archive.required(u"column"_s, value.column);
    archive.required(u"referenceTable"_s, value.referenceTable);
    archive.required(u"referenceColumn"_s, value.referenceColumn);
    archive.text(u"objectTable"_s, value.objectTable);
    archive.text(u"objectKey"_s, value.objectKey);
    archive.text(u"linkColumn"_s, value.linkColumn);
    archive.columnValues(u"objectWhere"_s, value.objectWhere);
}

void members(auto &archive, Is<Hierarchy> auto &value)
{
    archive.required(u"column"_s, value.column);
    archive.text(u"target"_s, value.target);
    archive.cell(u"root"_s, value.root);
    archive.text(u"table"_s, value.table);
    archive.text(u"childColumn"_s, value.childColumn);
}

void members(auto &archive, Is<NameTable> auto &value)
{
    archive.required(u"table"_s, value.table);
    archive.required(u"key"_s, value.key);
    archive.required(u"tagColumn"_s, value.tagColumn);
}

void members(auto &archive, Is<Protection> auto &value)
{
    archive.required(u"reason"_s, value.reason);
    archive.texts(u"operations"_s, value.operations);
    archive.columnValues(u"where"_s, value.where);
    archive.text(u"table"_s, value.table);
    archive.text(u"tableColumn"_s, value.tableColumn);
    archive.text(u"target"_s, value.target);
    archive.columnValues(u"tableWhere"_s, value.tableWhere);
    archive.boolean(u"withDescendants"_s, value.withDescendants, false);
}

void members(auto &archive, Is<Aftercare> auto &value)
{
    archive.required(u"text"_s, value.text);
    archive.text(u"command"_s, value.command);
    archive.texts(u"operations"_s, value.operations);
}

void members(auto &archive, Is<VocabularyMapping> auto &value)
{
    archive.required(u"name"_s, value.name);
    archive.text(u"preset"_s, value.preset);
    archive.text(u"application"_s, value.application);
    archive.required(u"table"_s, value.table);
    archive.required(u"key"_s, value.keyName);
    archive.required(u"nameColumn"_s, value.nameName);
    archive.text(u"nameLocale"_s, value.nameLocale);
    archive.optional(u"nameTable"_s, value.nameTable);
    archive.columnValues(u"scope"_s, value.scope);
    archive.texts(u"nameCompanions"_s, value.nameCompanions);
    archive.text(u"slugColumn"_s, value.slugColumn);
    archive.list(u"references"_s, value.references);
    archive.list(u"counters"_s, value.counters);
    archive.optional(u"hierarchy"_s, value.hierarchy);
    archive.list(u"protections"_s, value.protections);
    archive.list(u"aftercare"_s, value.aftercare);
    archive.text(u"noAdding"_s, value.noAdding);
}

/** Writes what differs from the default. */
class MemberWriter
{
public:
    template <class T>
    static QJsonObject write(const T &value)
    {
        MemberWriter writer;
        members(writer, value);
        return writer.m_object;
    }

    void required(const QString &name, const QString &value) { m_object.insert(name, value); }
    void text(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_object.insert(name, value);
    }
    void texts(const QString &name, const QStringList &value)
    {
        if (!value.isEmpty())
            m_object.insert(name, QJsonArray::fromStringList(value));
    }
    void boolean(const QString &name, bool value, bool byDefault)
    {
        if (value != byDefault)
            m_object.insert(name, value);
    }
    void cell(const QString &name, const Cell &value)
    {
        if (value)
            m_object.insert(name, *value);
    }
    void role(const QString &name, ReferenceRole value)
    {
        if (value == ReferenceRole::Property)
            m_object.insert(name, u"property"_s);
    }
    void columnValues(const QString &name, const std::vector<ColumnValue> &values)
    {
        QJsonObject object;
        for (const ColumnValue &value : values)
            object.insert(value.column, value.value ? QJsonValue(*value.value) : QJsonValue());
        if (!object.isEmpty())
            m_object.insert(name, object);
    }
    template <class T>
    void optional(const QString &name, const std::optional<T> &value)
    {
        if (value)
            m_object.insert(name, write(*value));
    }
    template <class T>
    void list(const QString &name, const std::vector<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(write(value));
        if (!array.isEmpty())
            m_object.insert(name, array);
    }

private:
    QJsonObject m_object;
};

/** Fills a value from a JSON object. */
class MemberReader
{
public:
    template <class T>
    static T read(StrictJsonObject object)
    {
        T value{};
        MemberReader reader(object);
        members(reader, value);
        object.refuseOthers();
        return value;
    }

    void required(const QString &name, QString &value)
    {
        value = m_object.text(name, Presence::Required);
    }
    void text(const QString &name, QString &value) { value = m_object.text(name); }
    void texts(const QString &name, QStringList &value) { value = m_object.texts(name); }
    void boolean(const QString &name, bool &value, bool byDefault)
    {
        value = m_object.boolean(name, byDefault);
    }
    void cell(const QString &name, Cell &value) { value = m_object.cell(name); }
    void role(const QString &name, ReferenceRole &value)
    {
        const QString role = m_object.text(name);
        if (!role.isEmpty() && role != "tagging"_L1 && role != "property"_L1)
            m_object.fail(name, u"must be \"tagging\" or \"property\""_s);
        value = role == "property"_L1 ? ReferenceRole::Property : ReferenceRole::Tagging;
    }
    void columnValues(const QString &name, std::vector<ColumnValue> &values)
    {
        values = m_object.columnValues(name);
    }
    template <class T>
    void optional(const QString &name, std::optional<T> &value)
    {
        if (const auto object = m_object.object(name))
            value = read<T>(*object);
    }
    template <class T>
    void list(const QString &name, std::vector<T> &values)
    {
        const std::vector<StrictJsonObject> objects = m_object.objects(name);
        for (const StrictJsonObject &object : objects)
            values.push_back(read<T>(object));
    }

private:
    explicit MemberReader(StrictJsonObject &object) : m_object(object) {}

    StrictJsonObject &m_object;
};

} // namespace

QJsonObject toJson(const VocabularyMapping &mapping)
{
    return MemberWriter::write(mapping);
}

Result<VocabularyMapping> vocabularyMappingFromJson(const QJsonObject &json)
{
    try {
        return MemberReader::read<VocabularyMapping>(StrictJsonObject(json, {}));
    } catch (const DatabaseError &error) {
        return error.error();
    }
}

} // namespace tagsmith
