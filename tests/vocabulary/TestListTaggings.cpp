// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ListTaggings.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestListTaggings : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();

    void namesTheObjectsOfAForeignKey();
    void pagesThroughManyRows();
    void findsTheTableByTheNameOfTheColumn();
    void takesTheTablesOfTheMapping();
    void readsDjangoContentTypes();
    void readsRailsAndLaravelTypes();
    void showsTheRowItselfWhereItIsTheObject();
    void anUnknownObjectHasNoText();
    void scopeAndTargetAreKept();
    void textKeysAreEqualAsTheCollationSays();
    void aTableThatIsGoneIsAnError();

private:
    TaggingPage list(const Vocabulary &vocabulary, const QString &key, qint64 offset = 0,
                     int rows = 50);
    /** The rows as texts: "1|Title". */
    QStringList texts(const TaggingPage &page) const;
    Vocabulary m_vocabulary;
};

void TestListTaggings::init()
{
    DatabaseTestCase::init();
    Column id;
    id.name = u"id"_s;
    id.type = ColumnType::Integer;
    Column name;
    name.name = u"name"_s;
    m_vocabulary = {};
    m_vocabulary.table = u"tags"_s;
    m_vocabulary.columns = {id, name};
    m_vocabulary.keyColumn = 0;
    m_vocabulary.nameColumn = 1;
    Reference reference;
    reference.table = u"taggings"_s;
    reference.column = u"tag_id"_s;
    m_vocabulary.references = {reference};
    test::createTable(database(), u"tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50))"_s);
    database().execute(u"INSERT INTO tags VALUES (1, 'Python'), (2, 'other')"_s);
}

TaggingPage TestListTaggings::list(const Vocabulary &vocabulary, const QString &key, qint64 offset,
                                   int rows)
{
    ScopedConnection connection(database().profile());
    const Transaction transaction(connection, Transaction::Mode::Read);
    return listTaggings(connection, vocabulary, {key, 0, offset, rows});
}

QStringList TestListTaggings::texts(const TaggingPage &page) const
{
    QStringList lines;
    for (const Row &row : page.rows) {
        QStringList cells;
        for (const Cell &cell : row)
            cells << cell.value_or(u"NULL"_s);
        lines << cells.join(u'|');
    }
    return lines;
}

void TestListTaggings::namesTheObjectsOfAForeignKey()
{
    test::createTable(database(), u"articles (number INTEGER NOT NULL PRIMARY KEY, "
                                  "body VARCHAR(100), title VARCHAR(100))"_s);
    test::createTable(database(), u"taggings (article INTEGER NOT NULL, tag_id INTEGER NOT NULL, "
                                  "PRIMARY KEY (article, tag_id), "
                                  "FOREIGN KEY (article) REFERENCES articles (number))"_s);
    database().execute(u"INSERT INTO articles VALUES (5, 'long', 'Zoé'), (3, '', 'First')"_s);
    database().execute(u"INSERT INTO taggings VALUES (5, 1), (3, 1), (3, 2)"_s);
    m_vocabulary.references[0].objects = {{{u"article"_s}, true}};
    const TaggingPage page = list(m_vocabulary, u"1"_s);
    QCOMPARE(page.columns, (QStringList{u"article"_s, u"Object"_s}));
    QCOMPARE(texts(page), (QStringList{u"3|First"_s, u"5|Zoé"_s}));
    QVERIFY(!page.hasMore);
    QVERIFY(list(m_vocabulary, u"99"_s).rows.empty());
}

void TestListTaggings::pagesThroughManyRows()
{
    test::createTable(database(), u"taggings (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER)"_s);
    QStringList rows;
    for (int i = 1; i <= 7; ++i)
        rows << u"(%1, 1)"_s.arg(i);
    database().execute(u"INSERT INTO taggings VALUES "_s + rows.join(u", "_s));
    const TaggingPage first = list(m_vocabulary, u"1"_s, 0, 3);
    QCOMPARE(texts(first), (QStringList{u"1|NULL"_s, u"2|NULL"_s, u"3|NULL"_s}));
    QVERIFY(first.hasMore);
    const TaggingPage second = list(m_vocabulary, u"1"_s, 3, 3);
    QCOMPARE(texts(second), (QStringList{u"4|NULL"_s, u"5|NULL"_s, u"6|NULL"_s}));
    QVERIFY(second.hasMore);
    const TaggingPage last = list(m_vocabulary, u"1"_s, 6, 3);
    QCOMPARE(texts(last), QStringList{u"7|NULL"_s});
    QVERIFY(!last.hasMore);
    QVERIFY(!list(m_vocabulary, u"1"_s, 4, 3).hasMore); // exactly to the end
}

void TestListTaggings::findsTheTableByTheNameOfTheColumn()
{
    test::createTable(database(),
                      u"stories (id INTEGER NOT NULL PRIMARY KEY, headline VARCHAR(100))"_s);
    test::createTable(database(), u"taggings (story_id INTEGER, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO stories VALUES (4, 'A story')"_s);
    database().execute(u"INSERT INTO taggings VALUES (4, 1)"_s);
    m_vocabulary.references[0].objects = {{{u"story_id"_s}, true}};
    QCOMPARE(texts(list(m_vocabulary, u"1"_s)), QStringList{u"4|A story"_s});
}

void TestListTaggings::takesTheTablesOfTheMapping()
{
    test::createTable(database(), u"wp_posts (ID INTEGER NOT NULL PRIMARY KEY, post_title "
                                  "VARCHAR(100), post_name VARCHAR(100))"_s);
    test::createTable(database(), u"wp_links (link_id INTEGER NOT NULL PRIMARY KEY, "
                                  "link_name VARCHAR(100))"_s);
    test::createTable(database(),
                      u"taggings (object_id INTEGER, kind VARCHAR(20), tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO wp_posts VALUES (4, 'Hello', 'slug')"_s);
    database().execute(u"INSERT INTO wp_links VALUES (4, 'A link')"_s);
    database().execute(u"INSERT INTO taggings VALUES (4, 'link', 1), (4, 'post', 1)"_s);
    Reference &reference = m_vocabulary.references[0];
    reference.objects = {{{u"kind"_s, u"object_id"_s}, true}};
    reference.objectTables = {
        {u"wp_posts"_s, u"ID"_s, u"object_id"_s, u"post_title"_s, {{u"kind"_s, u"post"_s}}},
        {u"wp_links"_s, u"link_id"_s, u"object_id"_s, {}, {{u"kind"_s, u"link"_s}}}};
    QCOMPARE(texts(list(m_vocabulary, u"1"_s)),
             (QStringList{u"link|4|A link"_s, u"post|4|Hello"_s}));
}

void TestListTaggings::readsDjangoContentTypes()
{
    test::createTable(database(), u"django_content_type (id INTEGER NOT NULL PRIMARY KEY, "
                                  "app_label VARCHAR(100), model VARCHAR(100))"_s);
    test::createTable(database(),
                      u"blog_entry (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(100))"_s);
    test::createTable(database(), u"taggings (id INTEGER NOT NULL PRIMARY KEY, "
                                  "object_id INTEGER, content_type_id INTEGER, tag_id INTEGER)"_s);
    database().execute(
        u"INSERT INTO django_content_type VALUES (8, 'blog', 'entry'), (9, 'gone', 'away')"_s);
    database().execute(u"INSERT INTO blog_entry VALUES (40, 'An entry')"_s);
    database().execute(
        u"INSERT INTO taggings VALUES (1, 40, 8, 1), (2, 40, 9, 1), (3, 40, 77, 1)"_s);
    m_vocabulary.references[0].objects = {{{u"content_type_id"_s, u"object_id"_s}, true}};
    // As the foreign key of django-taggit's own table tells of the types.
    m_vocabulary.references[0].objectTables = {
        {u"django_content_type"_s, u"id"_s, u"content_type_id"_s, u"app_label"_s, {}}};
    const TaggingPage page = list(m_vocabulary, u"1"_s);
    QCOMPARE(page.columns, (QStringList{u"content_type_id"_s, u"object_id"_s, u"Object"_s}));
    QCOMPARE(texts(page), (QStringList{u"8|40|An entry"_s, u"9|40|NULL"_s, u"77|40|NULL"_s}));
}

void TestListTaggings::readsRailsAndLaravelTypes()
{
    test::createTable(database(),
                      u"blog_posts (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(100))"_s);
    test::createTable(database(),
                      u"categories (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100))"_s);
    test::createTable(database(), u"taggings (id INTEGER NOT NULL PRIMARY KEY, taggable_type "
                                  "VARCHAR(100), taggable_id INTEGER, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO blog_posts VALUES (1, 'A post')"_s);
    database().execute(u"INSERT INTO categories VALUES (1, 'A category')"_s);
    database().execute(isMariaDb()
                           ? u"INSERT INTO taggings VALUES (1, 'BlogPost', 1, 1), "
                             "(2, 'App\\\\Models\\\\Category', 1, 1), (3, 'Site::BlogPost', 1, 1), "
                             "(4, 'Nothing', 1, 1)"_s
                           : u"INSERT INTO taggings VALUES (1, 'BlogPost', 1, 1), "
                             "(2, 'App\\Models\\Category', 1, 1), (3, 'Site::BlogPost', 1, 1), "
                             "(4, 'Nothing', 1, 1)"_s);
    m_vocabulary.references[0].objects = {{{u"taggable_id"_s, u"taggable_type"_s}, true}};
    QCOMPARE(texts(list(m_vocabulary, u"1"_s)),
             (QStringList{u"1|BlogPost|A post"_s, u"1|App\\Models\\Category|A category"_s,
                          u"1|Site::BlogPost|A post"_s, u"1|Nothing|NULL"_s}));
}

void TestListTaggings::showsTheRowItselfWhereItIsTheObject()
{
    test::createTable(database(), u"taggings (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER, "
                                  "remark VARCHAR(50), title VARCHAR(50))"_s);
    database().execute(u"INSERT INTO taggings VALUES (7, 1, 'r', 'My note')"_s);
    const TaggingPage page = list(m_vocabulary, u"1"_s);
    QCOMPARE(page.columns, (QStringList{u"id"_s, u"Object"_s}));
    QCOMPARE(texts(page), QStringList{u"7|My note"_s});
}

void TestListTaggings::anUnknownObjectHasNoText()
{
    test::createTable(database(), u"taggings (thing_id INTEGER, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO taggings VALUES (7, 1)"_s);
    Reference &reference = m_vocabulary.references[0];
    reference.objects = {{{u"thing_id"_s}, true}};
    // The mapping names a table that is not there (any more).
    reference.objectTables = {{u"things"_s, u"id"_s, u"thing_id"_s, u"title"_s, {}}};
    QCOMPARE(texts(list(m_vocabulary, u"1"_s)), QStringList{u"7|NULL"_s});
}

void TestListTaggings::scopeAndTargetAreKept()
{
    test::createTable(database(), u"taggings (id INTEGER NOT NULL PRIMARY KEY, tag_id VARCHAR(50), "
                                  "kind VARCHAR(20))"_s);
    database().execute(u"INSERT INTO taggings VALUES (1, 'Python', 'a'), (2, 'Python', 'b'), "
                       "(3, 'other', 'a')"_s);
    Reference &reference = m_vocabulary.references[0];
    reference.target = u"name"_s;
    reference.scope = {{u"kind"_s, u"a"_s}};
    const TaggingPage page = list(m_vocabulary, u"1"_s);
    QCOMPARE(page.rows.size(), size_t(1));
    QCOMPARE(page.rows[0][0], Cell(u"1"_s));
}

void TestListTaggings::textKeysAreEqualAsTheCollationSays()
{
    test::createTable(database(), u"words (%1 NOT NULL PRIMARY KEY)"_s.arg(
                                      test::textColumn(u"word"_s, test::caseBlind())));
    test::createTable(database(), u"texts (id INTEGER NOT NULL PRIMARY KEY, %1)"_s.arg(
                                      test::textColumn(u"word"_s, test::caseBlind())));
    database().execute(u"INSERT INTO words VALUES ('Python')"_s);
    database().execute(u"INSERT INTO texts VALUES (1, 'python'), (2, 'Python'), (3, 'x')"_s);
    ScopedConnection connection(database().profile());
    Vocabulary vocabulary = findVocabulary(connection, u"words"_s);
    Reference reference;
    reference.table = u"texts"_s;
    reference.column = u"word"_s;
    vocabulary.references = {reference};
    QCOMPARE(list(vocabulary, u"Python"_s).rows.size(), size_t(2));
}

void TestListTaggings::aTableThatIsGoneIsAnError()
{
    const auto error = errorOf([this] { list(m_vocabulary, u"1"_s); });
    COMPARE_KIND(error, ErrorKind::Missing);
    QVERIFY(error->message.contains(u"taggings"_s));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestListTaggings)
#include "TestListTaggings.moc"
