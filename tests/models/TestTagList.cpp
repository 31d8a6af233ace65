// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"
#include "models/TagList.h"
#include "repository/TagRepository.h"
#include "support/DatabaseTestCase.h"

#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tagsmith;
using namespace Qt::StringLiterals;

namespace
{

/** What a window has: the repository and a list on it. */
struct Session
{
    DatabaseExecutor executor;
    TagRepository repository{executor};
    std::unique_ptr<TagList> list = std::make_unique<TagList>(repository);

    TagSource source(const Profile &profile, const QString &table = {})
    {
        std::optional<Result<TagSource>> answer;
        whenDone(list.get(), repository.open(profile, table),
                 [&](const Result<TagSource> &source) { answer = source; });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer && answer->ok() ? answer->value() : TagSource();
    }
    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < list->model().rowCount(); ++row)
            names << list->model().name(row);
        return names;
    }
};

} // namespace

class TestTagList : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void showsWhatIsStored();
    void latestFilterWins();
    void sortsAndFiltersTogether();
    void reloadKeepsSelectionAndFilter();
    void selectionFollowsARename();
    void missingTableIsAnErrorAndAnEmptyTable();
    void failedReloadLeavesTheTable();
    void latestSourceWins();
    void isSafeToDeleteWhileLoading();
    void countsUsesAfterTheTagsAreShown();
    void withoutReferencesThereIsNothingToCount();
    void countsAgainAfterAReload();
    void showsUnusedTagsAlone();
    void aFailedCountIsTold();
    void selectionStaysOnOneOfTwoTagsWithOneName();
    void isSafeToDeleteWhileCounting();

private:
    void createNumberedTags();
};

void TestTagList::showsWhatIsStored()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s, u"FastAPI"_s});
    Session session;
    QSignalSpy loading(session.list.get(), &TagList::loadingChanged);
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    session.list->open(session.source(database().profile()));
    QVERIFY(session.list->isLoading());
    QCOMPARE(session.list->model().columnCount(), 1); // The header is there at once.
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(session.shown(), (QStringList{u"FastAPI"_s, u"Python"_s}));
    QCOMPARE(session.list->total(), 2);
    QCOMPARE(session.list->shown(), 2);
    QVERIFY(!session.list->isLoading());
    QCOMPARE(loading.size(), 2);
}

void TestTagList::latestFilterWins()
{
    database().createMinimalTable();
    QStringList names;
    for (int i = 0; i < 500; ++i)
        names << u"tag%1"_s.arg(i);
    database().insertTags(names);
    Session session;
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    session.list->setFilter(u"before it is open"_s);
    session.list->open(session.source(database().profile()));
    for (const QString &typed : {u"1"_s, u"12"_s, u"123"_s})
        session.list->setFilter(typed);
    QTRY_COMPARE(loaded.size(), 1);
    QTRY_COMPARE(session.shown(), QStringList{u"tag123"_s});
    QCOMPARE(session.list->total(), 500);
    QCOMPARE(session.list->shown(), 1);
    session.list->setFilter({});
    QTRY_COMPARE(session.list->shown(), 500);
}

void TestTagList::sortsAndFiltersTogether()
{
    database().createMinimalTable();
    database().insertTags({u"b1"_s, u"a1"_s, u"c2"_s});
    Session session;
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    session.list->open(session.source(database().profile()));
    QTRY_COMPARE(loaded.size(), 1);
    session.list->setSort(0, Qt::DescendingOrder);
    session.list->setFilter(u"1"_s);
    QTRY_COMPARE(session.shown(), (QStringList{u"b1"_s, u"a1"_s}));
}

void TestTagList::reloadKeepsSelectionAndFilter()
{
    database().createMinimalTable();
    database().insertTags({u"x1"_s, u"x2"_s, u"y"_s});
    Session session;
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    session.list->open(session.source(database().profile()));
    session.list->setFilter(u"x"_s);
    QTRY_COMPARE(loaded.size(), 1);
    QTRY_COMPARE(session.list->shown(), 2);
    QItemSelectionModel selection(&session.list->model());
    selection.setCurrentIndex(session.list->model().index(1, 0), QItemSelectionModel::Select);

    QSignalSpy resets(&session.list->model(), &QAbstractItemModel::modelReset);
    database().insertTags({u"x0"_s, u"z"_s});
    session.list->reload();
    QCOMPARE(session.list->shown(), 2); // Until all is there.
    QTRY_COMPARE(loaded.size(), 2);
    QCOMPARE(session.shown(), (QStringList{u"x0"_s, u"x1"_s, u"x2"_s}));
    QCOMPARE(session.list->total(), 5);
    QCOMPARE(selection.currentIndex().data().toString(), u"x2"_s);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(resets.size(), 0);
}

void TestTagList::selectionFollowsARename()
{
    database().createMinimalTable();
    database().insertTags({u"a"_s, u"b"_s, u"c"_s});
    Session session;
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    session.list->open(session.source(database().profile()));
    QTRY_COMPARE(loaded.size(), 1);
    QItemSelectionModel selection(&session.list->model());
    selection.setCurrentIndex(session.list->model().index(0, 0), QItemSelectionModel::Select);

    database().execute(u"UPDATE tags SET tag_id = 'z' WHERE tag_id = 'a'"_s);
    session.list->reloadRenamed(u"a"_s, u"z"_s);
    QTRY_COMPARE(loaded.size(), 2);
    QCOMPARE(session.shown(), (QStringList{u"b"_s, u"c"_s, u"z"_s}));
    QCOMPARE(selection.currentIndex().data().toString(), u"z"_s);
}

void TestTagList::missingTableIsAnErrorAndAnEmptyTable()
{
    database().createMinimalTable();
    database().insertTags({u"a"_s});
    Session session;
    const TagSource source = session.source(database().profile());
    database().execute(u"DROP TABLE tags"_s);
    QSignalSpy failed(session.list.get(), &TagList::failed);
    session.list->open(source);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.constFirst().constFirst().value<Error>().message.isEmpty());
    QVERIFY(!session.list->isLoading());
    QCOMPARE(session.list->total(), 0);
}

void TestTagList::failedReloadLeavesTheTable()
{
    database().createMinimalTable();
    database().insertTags({u"a"_s});
    Session session;
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    QSignalSpy failed(session.list.get(), &TagList::failed);
    session.list->open(session.source(database().profile()));
    QTRY_COMPARE(loaded.size(), 1);
    database().execute(u"DROP TABLE tags"_s);
    session.list->reload();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(session.shown(), QStringList{u"a"_s});
    QVERIFY(!session.list->isLoading());
}

void TestTagList::latestSourceWins()
{
    database().createMinimalTable();
    database().insertTags({u"a"_s});
    database().execute(u"CREATE TABLE labels (label VARCHAR(50) PRIMARY KEY)"_s);
    database().execute(u"INSERT INTO labels VALUES ('other')"_s);
    Session session;
    const TagSource tags = session.source(database().profile(), u"tags"_s);
    const TagSource labels = session.source(database().profile(), u"labels"_s);
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    session.list->open(tags);
    session.list->open(labels);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(session.shown(), QStringList{u"other"_s});
    QTRY_COMPARE(session.repository.runningOperations(), 0);
    QCOMPARE(session.shown(), QStringList{u"other"_s});
    QCOMPARE(loaded.size(), 1);
}

void TestTagList::isSafeToDeleteWhileLoading()
{
    database().createMinimalTable();
    database().insertTags({u"a"_s});
    Session session;
    const TagSource source = session.source(database().profile());
    session.list->open(source);
    session.list.reset();
    QTRY_COMPARE(session.repository.runningOperations(), 0);
}

/** Two tags of one name, one more, and two tables that use them. */
void TestTagList::createNumberedTags()
{
    for (const QString &sql :
         {u"CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL, "
          "kind INTEGER NOT NULL, UNIQUE (name, kind))"_s,
          u"CREATE TABLE posts (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER, "
          "FOREIGN KEY (tag_id) REFERENCES tags (id))"_s,
          u"CREATE TABLE images (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER, "
          "FOREIGN KEY (tag_id) REFERENCES tags (id))"_s,
          u"INSERT INTO tags VALUES (1, 'same', 1), (2, 'same', 2), (3, 'unused', 1)"_s,
          u"INSERT INTO posts VALUES (1, 1), (2, 1), (3, 2), (4, NULL)"_s,
          u"INSERT INTO images VALUES (1, 1)"_s})
        database().execute(sql);
}

namespace
{

/** `tags` of createNumberedTags(), whatever is recognised in such a database. */
TagSource numberedSource(const Profile &profile)
{
    TagSource source;
    source.profile = profile;
    Vocabulary &vocabulary = source.vocabulary;
    vocabulary.name = vocabulary.table = u"tags"_s;
    for (const QString &name : {u"id"_s, u"name"_s, u"kind"_s}) {
        Column column;
        column.name = name;
        column.type = name == u"name"_s ? ColumnType::Text : ColumnType::Integer;
        vocabulary.columns.push_back(column);
    }
    vocabulary.keyName = u"id"_s;
    vocabulary.nameName = u"name"_s;
    vocabulary.nameColumn = 1;
    for (const QString &table : {u"posts"_s, u"images"_s}) {
        Reference reference;
        reference.table = table;
        reference.column = u"tag_id"_s;
        vocabulary.references.push_back(reference);
    }
    return source;
}

QStringList column(TagTableModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

void TestTagList::countsUsesAfterTheTagsAreShown()
{
    createNumberedTags();
    Session session;
    TagTableModel &model = session.list->model();
    QStringList atLoaded;
    connect(session.list.get(), &TagList::loaded, this, [&] { atLoaded = column(model, 3); });
    session.list->open(numberedSource(database().profile()));
    QCOMPARE(model.columnCount(), 6); // the header is there at once
    QCOMPARE(session.list->usesState(), UsesState::Counting);
    QVERIFY(!session.list->canFindUnused());
    QTRY_COMPARE(session.list->usesState(), UsesState::Counted);
    QCOMPARE(atLoaded, (QStringList{u"…"_s, u"…"_s, u"…"_s}));
    QCOMPARE(column(model, 3), (QStringList{u"3"_s, u"1"_s, u"0"_s}));
    QCOMPARE(column(model, 4), (QStringList{u"2"_s, u"1"_s, u"0"_s}));
    QCOMPARE(column(model, 5), (QStringList{u"1"_s, u"0"_s, u"0"_s}));
    QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), u"Uses"_s);
    QCOMPARE(model.headerData(4, Qt::Horizontal).toString(), u"posts"_s);
    QVERIFY(session.list->canFindUnused());
    QCOMPARE(model.uses(0), std::optional<qint64>(3));
}

void TestTagList::withoutReferencesThereIsNothingToCount()
{
    database().createMinimalTable();
    database().insertTags({u"a"_s});
    Session session;
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    session.list->open(session.source(database().profile()));
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(session.list->usesState(), UsesState::NoReferences);
    QCOMPARE(session.list->model().columnCount(), 1);
    QCOMPARE(session.list->model().uses(0), std::optional<qint64>());
}

void TestTagList::countsAgainAfterAReload()
{
    createNumberedTags();
    Session session;
    TagTableModel &model = session.list->model();
    session.list->open(numberedSource(database().profile()));
    QTRY_COMPARE(session.list->usesState(), UsesState::Counted);

    database().execute(u"INSERT INTO tags VALUES (4, 'new', 1)"_s);
    database().execute(u"UPDATE posts SET tag_id = 4"_s);
    QStringList atLoaded;
    connect(session.list.get(), &TagList::loaded, this, [&] { atLoaded = column(model, 3); });
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    session.list->reload();
    QTRY_COMPARE(column(model, 3), (QStringList{u"1"_s, u"0"_s, u"0"_s, u"4"_s}));
    QCOMPARE(session.list->usesState(), UsesState::Counted);
    // Until then the numbers stood as they were, and the new tag had none.
    QCOMPARE(atLoaded, (QStringList{u"3"_s, u"1"_s, u"0"_s, u"…"_s}));
    QCOMPARE(resets.size(), 0);
}

void TestTagList::showsUnusedTagsAlone()
{
    createNumberedTags();
    Session session;
    session.list->open(numberedSource(database().profile()));
    QTRY_COMPARE(session.list->usesState(), UsesState::Counted);
    session.list->setUnusedOnly(true);
    QTRY_COMPARE(session.shown(), QStringList{u"unused"_s});
    QCOMPARE(session.list->total(), 3);
    database().execute(u"DELETE FROM images"_s);
    database().execute(u"UPDATE posts SET tag_id = 3"_s);
    session.list->reload();
    QTRY_COMPARE(session.shown(), (QStringList{u"same"_s, u"same"_s}));
    // Another database begins with all of its tags.
    session.list->open(numberedSource(database().profile()));
    QTRY_COMPARE(session.list->shown(), 3);
}

void TestTagList::aFailedCountIsTold()
{
    createNumberedTags();
    database().execute(u"DROP TABLE images"_s);
    Session session;
    QSignalSpy failed(session.list.get(), &TagList::failed);
    session.list->open(numberedSource(database().profile()));
    QTRY_COMPARE(session.list->usesState(), UsesState::Failed);
    QVERIFY(session.list->usesProblem().contains(u"images"_s));
    QCOMPARE(failed.size(), 0); // the tags themselves are there
    QCOMPARE(session.list->shown(), 3);
    QCOMPARE(column(session.list->model(), 3), (QStringList{u"?"_s, u"?"_s, u"?"_s}));
}

void TestTagList::selectionStaysOnOneOfTwoTagsWithOneName()
{
    createNumberedTags();
    Session session;
    TagTableModel &model = session.list->model();
    session.list->open(numberedSource(database().profile()));
    QTRY_COMPARE(session.list->usesState(), UsesState::Counted);
    QItemSelectionModel selection(&model);
    selection.setCurrentIndex(model.index(1, 1), QItemSelectionModel::Select);
    QCOMPARE(model.key(1), u"2"_s);
    QCOMPARE(model.rowOfKey(u"2"_s), 1);

    database().execute(u"UPDATE tags SET name = 'zzz' WHERE id = 2"_s);
    session.list->reloadRenamed(u"2"_s, u"zzz"_s);
    QTRY_COMPARE(session.shown(), (QStringList{u"same"_s, u"zzz"_s, u"unused"_s}));
    QCOMPARE(selection.currentIndex().data().toString(), u"zzz"_s);
    QTRY_COMPARE(session.list->usesState(), UsesState::Counted);
}

void TestTagList::isSafeToDeleteWhileCounting()
{
    createNumberedTags();
    Session session;
    QSignalSpy loaded(session.list.get(), &TagList::loaded);
    session.list->open(numberedSource(database().profile()));
    QTRY_COMPARE(loaded.size(), 1);
    session.list.reset();
    QTRY_COMPARE(session.repository.runningOperations(), 0);
}

QTEST_GUILESS_MAIN(TestTagList)

#include "TestTagList.moc"
