// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxBook.h"

#include "core/Error.h"
#include "transfer/XlsxEscapes.h"
#include "transfer/XlsxXml.h"

#include <QDir>
#include <QHash>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 allowedBytes = 64 * 1024 * 1024;

/** What a part of the archive is to the workbook. */
struct Relation
{
    QString kind; ///< the end of its type, such as "worksheet"
    QString part;
};

QHash<QString, Relation> readRelations(const XlsxArchive &archive)
{
    QHash<QString, Relation> relations;
    XlsxXml xml(archive.open(u"xl/_rels/workbook.xml.rels"_s, allowedBytes));
    while (xml.next()) {
        if (!xml.isStart("Relationship"_L1))
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString target = attributes.value("Target"_L1).toString();
        const QString part = target.startsWith(u'/') ? target.sliced(1) : u"xl/"_s + target;
        relations.insert(
            attributes.value("Id"_L1).toString(),
            {attributes.value("Type"_L1).toString().section(u'/', -1), QDir::cleanPath(part)});
    }
    return relations;
}

/** The value of r:id, whose namespace differs between the kinds of workbooks. */
QString relationId(const QXmlStreamAttributes &attributes)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == "id"_L1 && !attribute.namespaceUri().isEmpty())
            return attribute.value().toString();
    }
    return {};
}

bool isTrue(QStringView value)
{
    return value == "1"_L1 || value == "true"_L1 || value == "on"_L1;
}

} // namespace

XlsxBook readBook(const XlsxArchive &archive)
{
    const QHash<QString, Relation> relations = readRelations(archive);
    XlsxBook book;
    for (const Relation &relation : relations) {
        if (relation.kind == "sharedStrings"_L1)
            book.sharedStrings = relation.part;
        else if (relation.kind == "styles"_L1)
            book.styles = relation.part;
    }
    XlsxXml xml(archive.open(workbookPart.toString(), allowedBytes));
    while (xml.next()) {
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.isStart("workbookPr"_L1))
            book.is1904 = isTrue(attributes.value("date1904"_L1));
        if (!xml.isStart("sheet"_L1))
            continue;
        const Relation relation = relations.value(relationId(attributes));
        const QStringView state = attributes.value("state"_L1);
        if (relation.kind == "worksheet"_L1) {
            book.sheets.push_back({unescapeCellText(attributes.value("name"_L1).toString()),
                                   relation.part, state.isEmpty() || state == "visible"_L1});
        }
    }
    return book;
}

const XlsxSheet &chooseSheet(const XlsxBook &book, const QString &name, const QString &workbook)
{
    if (book.sheets.empty()) {
        throw DatabaseError(ErrorKind::File,
                            workbook + u" has no sheet with cells; choose another file."_s);
    }
    const auto find = [&book](auto matches) {
        return std::find_if(book.sheets.begin(), book.sheets.end(), matches);
    };
    if (name.isEmpty()) {
        const auto visible = find([](const XlsxSheet &sheet) { return sheet.isVisible; });
        return visible == book.sheets.end() ? book.sheets.front() : *visible;
    }
    auto found = find([&](const XlsxSheet &sheet) { return sheet.name == name; });
    if (found == book.sheets.end()) {
        found = find([&](const XlsxSheet &sheet) {
            return sheet.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    }
    if (found != book.sheets.end())
        return *found;
    QStringList names;
    for (const XlsxSheet &sheet : book.sheets)
        names.append(u"“%1”"_s.arg(sheet.name));
    throw DatabaseError(ErrorKind::File, u"%1 has no sheet “%2”; choose one of these: %3."_s.arg(
                                             workbook, name, names.join(", "_L1)));
}

} // namespace tagsmith
