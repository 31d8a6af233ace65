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

QTEST_GUILESS_MAIN(TestTagList)

#include "TestTagList.moc"
