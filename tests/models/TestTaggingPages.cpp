// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/TaggingPages.h"

#include "async/DatabaseExecutor.h"
#include "support/DatabaseTestCase.h"

#include <QSignalSpy>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestTaggingPages : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsTheFirstPage();
    void turnsPages();
    void latestTagWins();
    void clearedPagesStayEmpty();
    void rowsThatHaveGoneLeadBack();
    void anErrorIsTold();
    void isSafeToDeleteWhileLoading();

private:
    QString firstCell() const { return m_pages->page().rows.front().front().value_or(u"NULL"_s); }

    std::unique_ptr<DatabaseExecutor> m_executor;
    std::unique_ptr<TagRepository> m_repository;
    std::unique_ptr<TaggingPages> m_pages;
    TagSource m_source;
};

void TestTaggingPages::init()
{
    DatabaseTestCase::init();
    database().execute(u"CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50))"_s);
    database().execute(u"CREATE TABLE posts (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER, "
                       "title VARCHAR(50))"_s);
    QStringList rows;
    for (int i = 1; i <= 120; ++i)
        rows << u"(%1, 1, 'Post %1')"_s.arg(i);
    rows << u"(500, 2, 'Other')"_s;
    database().execute(u"INSERT INTO posts VALUES "_s + rows.join(u", "_s));

    m_source = {};
    m_source.profile = database().profile();
    m_source.vocabulary.table = u"tags"_s;
    Column id;
    id.name = u"id"_s;
    id.type = ColumnType::Integer;
    Column name;
    name.name = u"name"_s;
    m_source.vocabulary.columns = {id, name};
    m_source.vocabulary.nameColumn = 1;
    Reference reference;
    reference.table = u"posts"_s;
    reference.column = u"tag_id"_s;
    m_source.vocabulary.references = {reference};

    m_executor = std::make_unique<DatabaseExecutor>();
    m_repository = std::make_unique<TagRepository>(*m_executor);
    m_pages = std::make_unique<TaggingPages>(*m_repository);
}

void TestTaggingPages::cleanup()
{
    m_pages.reset();
    m_repository.reset();
    m_executor->waitForDone();
    m_executor.reset();
    DatabaseTestCase::cleanup();
}

void TestTaggingPages::showsTheFirstPage()
{
    QCOMPARE(m_pages->state(), TaggingPages::State::Idle);
    QSignalSpy changed(m_pages.get(), &TaggingPages::changed);
    m_pages->show(m_source, u"2"_s, 0);
    QCOMPARE(m_pages->state(), TaggingPages::State::Loading);
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(m_pages->state(), TaggingPages::State::Shown);
    QCOMPARE(m_pages->page().columns, (QStringList{u"id"_s, u"Object"_s}));
    QCOMPARE(m_pages->page().rows, (std::vector<Row>{{u"500"_s, u"Other"_s}}));
    QVERIFY(!m_pages->hasNext());
    QVERIFY(!m_pages->hasPrevious());
}

void TestTaggingPages::turnsPages()
{
    m_pages->show(m_source, u"1"_s, 0);
    QTRY_COMPARE(m_pages->state(), TaggingPages::State::Shown);
    QCOMPARE(m_pages->page().rows.size(), size_t(50));
    QVERIFY(m_pages->hasNext());
    m_pages->showNext();
    QVERIFY(!m_pages->hasNext()); // not twice
    QTRY_COMPARE(m_pages->offset(), 50);
    QCOMPARE(firstCell(), u"51"_s);
    m_pages->showNext();
    QTRY_COMPARE(m_pages->offset(), 100);
    QCOMPARE(m_pages->page().rows.size(), size_t(20));
    QVERIFY(!m_pages->hasNext());
    m_pages->showPrevious();
    QTRY_COMPARE(m_pages->offset(), 50);
    m_pages->reload();
    QTRY_COMPARE(m_pages->state(), TaggingPages::State::Shown);
    QCOMPARE(firstCell(), u"51"_s);
}

void TestTaggingPages::latestTagWins()
{
    m_pages->show(m_source, u"1"_s, 0);
    m_pages->show(m_source, u"2"_s, 0);
    QTRY_COMPARE(m_repository->runningOperations(), 0);
    QTRY_COMPARE(m_pages->state(), TaggingPages::State::Shown);
    QCOMPARE(firstCell(), u"500"_s);
}

void TestTaggingPages::clearedPagesStayEmpty()
{
    m_pages->show(m_source, u"1"_s, 0);
    m_pages->clear();
    QTRY_COMPARE(m_repository->runningOperations(), 0);
    QCOMPARE(m_pages->state(), TaggingPages::State::Idle);
    QVERIFY(m_pages->page().rows.empty());
    m_pages->reload();
    QCOMPARE(m_repository->runningOperations(), 0);
}

void TestTaggingPages::rowsThatHaveGoneLeadBack()
{
    m_pages->show(m_source, u"1"_s, 0);
    QTRY_COMPARE(m_pages->state(), TaggingPages::State::Shown);
    m_pages->showNext();
    QTRY_COMPARE(m_pages->offset(), 50);
    database().execute(u"DELETE FROM posts WHERE id > 30"_s);
    m_pages->reload();
    QTRY_COMPARE(m_pages->page().rows.size(), size_t(30));
    QCOMPARE(m_pages->offset(), 0);
    database().execute(u"DELETE FROM posts"_s);
    m_pages->reload();
    QTRY_COMPARE(m_pages->page().rows.size(), size_t(0));
    QTRY_COMPARE(m_pages->state(), TaggingPages::State::Shown);
}

void TestTaggingPages::anErrorIsTold()
{
    database().execute(u"DROP TABLE posts"_s);
    m_pages->show(m_source, u"1"_s, 0);
    QTRY_COMPARE(m_pages->state(), TaggingPages::State::Failed);
    QVERIFY(m_pages->problem().contains(u"posts"_s));
}

void TestTaggingPages::isSafeToDeleteWhileLoading()
{
    m_pages->show(m_source, u"1"_s, 0);
    m_pages.reset();
    QTRY_COMPARE(m_repository->runningOperations(), 0);
}

QTEST_GUILESS_MAIN(TestTaggingPages)

#include "TestTaggingPages.moc"
