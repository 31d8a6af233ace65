// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/Protections.h"

#include "support/DatabaseTestCase.h"
#include "vocabulary/ChosenTags.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/MappedTables.h"
#include "vocabulary/RenameTag.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestProtections : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void byTheTagsOwnRow();
    void onlyAgainstSomeOperations();
    void byARowOfAnotherTable();
    void withDescendants();
    void renameAndDeleteKeepThem();

private:
    QString refusal(const Protection &protection, const QString &name,
                    const QString &kind = u"delete"_s);
    VocabularyMapping m_mapping;
};

void TestProtections::init()
{
    DatabaseTestCase::init();
    m_mapping = test::createTerms(database());
}

/** The sentence, or nothing where the tag may be changed. */
QString TestProtections::refusal(const Protection &protection, const QString &name,
                                 const QString &kind)
{
    m_mapping.protections = {protection};
    const auto error = errorOf([&] {
        test::writeMapped(database(), m_mapping, test::Then::RollBack,
                          [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                              refuseProtected(
                                  connection, vocabulary, kind,
                                  chosenTags(connection, vocabulary, {name}, TagAddress::Name));
                              return true;
                          });
    });
    if (!error)
        return {};
    return errorKindName(error->kind) + u": "_s + error->message;
}

void TestProtections::byTheTagsOwnRow()
{
    Protection protection;
    protection.reason = u"is software-defined"_s;
    protection.where = {{u"uses"_s, u"2"_s}, {u"about"_s, std::nullopt}};
    QCOMPARE(refusal(protection, u"News"_s),
             u"refused: “News” cannot be deleted: it is software-defined."_s);
    QCOMPARE(refusal(protection, u"Sport"_s), QString());
    protection.where[1].value = u"x"_s; // all conditions have to hold
    QCOMPARE(refusal(protection, u"News"_s), QString());
}

void TestProtections::onlyAgainstSomeOperations()
{
    Protection protection;
    protection.reason = u"is in use elsewhere"_s;
    protection.where = {{u"uses"_s, u"2"_s}};
    protection.operations = {u"merge"_s, u"rename"_s};
    QCOMPARE(refusal(protection, u"News"_s, u"merge"_s),
             u"refused: “News” cannot be merged away: it is in use elsewhere."_s);
    QCOMPARE(refusal(protection, u"News"_s, u"rename"_s),
             u"refused: “News” cannot be renamed: it is in use elsewhere."_s);
    QCOMPARE(refusal(protection, u"News"_s, u"delete"_s), QString());
}

void TestProtections::byARowOfAnotherTable()
{
    test::createTable(database(), u"options (option_name VARCHAR(40), option_value TEXT)"_s);
    test::insertRows(database(), u"options"_s,
                     {u"'default_tag', '3'"_s, u"'other', '1'"_s, u"'default_tag', NULL"_s});
    Protection protection;
    protection.reason = u"is the default tag"_s;
    protection.table = u"options"_s;
    protection.tableColumn = u"option_value"_s;
    protection.target = u"term_id"_s;
    protection.tableWhere = {{u"option_name"_s, u"default_tag"_s}};
    QCOMPARE(refusal(protection, u"Tennis"_s),
             u"refused: “Tennis” cannot be deleted: it is the default tag."_s);
    QCOMPARE(refusal(protection, u"News"_s), QString()); // another option names it
    protection.target.clear();                           // the key: 14, not 3
    QCOMPARE(refusal(protection, u"Tennis"_s), QString());
}

void TestProtections::withDescendants()
{
    Protection protection;
    protection.reason = u"is the application's own"_s;
    protection.where = {{u"slug"_s, u"sport"_s}};
    QCOMPARE(refusal(protection, u"Tennis"_s), QString());
    protection.withDescendants = true;
    QCOMPARE(refusal(protection, u"Tennis"_s),
             u"refused: “Tennis” cannot be deleted: it stands beneath “Sport”, which is the "
             "application's own."_s);
    QCOMPARE(refusal(protection, u"News"_s), QString());
}

void TestProtections::renameAndDeleteKeepThem()
{
    Protection protection;
    protection.reason = u"is the default tag"_s;
    protection.where = {{u"slug"_s, u"sport"_s}};
    m_mapping.protections = {protection};
    const QStringList before = test::allRows(database());
    const auto attempt = [this](const auto &operation) {
        return errorOf([&] {
            test::writeMapped(database(), m_mapping, test::Then::Commit,
                              [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                  return operation(connection, vocabulary);
                              });
        });
    };
    COMPARE_KIND(attempt([](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     return renameTag(connection, vocabulary, {u"Sport"_s, u"Sports"_s});
                 }),
                 ErrorKind::Refused);
    COMPARE_KIND(attempt([](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     return deleteTags(connection, vocabulary, {{u"News"_s, u"Sport"_s}, true});
                 }),
                 ErrorKind::Refused);
    QCOMPARE(test::allRows(database()), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestProtections)
#include "TestProtections.moc"
