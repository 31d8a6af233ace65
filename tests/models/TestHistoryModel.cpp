// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/HistoryModel.h"

#include "async/DatabaseExecutor.h"
#include "support/DatabaseTestCase.h"

#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestHistoryModel : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void loadsOlderOnesOnRequest();
    void searchesBeyondWhatIsLoaded();
    void refreshKeepsTheRows();
    void refreshFollowsWhatWasForgotten();
    void tellsWhereThereIsNoJournal();

private:
    template <class T>
    void finish(const Pending<T> &pending)
    {
        QFuture<Result<T>> future = pending.future;
        future.waitForFinished();
        QVERIFY(future.resultAt(0));
    }
    void insert(int first, int last);
    void openModel();

    std::unique_ptr<DatabaseExecutor> m_executor;
    std::unique_ptr<TagRepository> m_repository;
    std::unique_ptr<HistoryModel> m_model;
    TagSource m_source;
};

void TestHistoryModel::init()
{
    DatabaseTestCase::init();
    m_executor = std::make_unique<DatabaseExecutor>();
    m_repository = std::make_unique<TagRepository>(*m_executor);
    m_source.profile = database().profile();
    m_source.vocabulary.name = u"tags"_s;
    m_model = std::make_unique<HistoryModel>(*m_repository);
}

void TestHistoryModel::cleanup()
{
    m_model.reset();
    m_repository.reset();
    m_executor->waitForDone();
    m_executor.reset();
    DatabaseTestCase::cleanup();
}

void TestHistoryModel::insert(int first, int last)
{
    QStringList rows;
    for (int number = first; number <= last; ++number)
        rows << u"(%1, 'operation-%1', 'rename', 'tags', 'ann@here', '2024-05-06 07:08:09.000', "
                "'Renamed %1', 1, 10)"_s.arg(number);
    database().execute(u"INSERT INTO tagsmith_operation (number, id, kind, vocabulary, author, at, "
                       "summary, row_count, byte_count) VALUES "_s +
                       rows.join(u", "_s));
}

void TestHistoryModel::openModel()
{
    finish(m_repository->createJournal(m_source.profile));
    insert(1, 450);
    m_model->open(m_source);
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 200);
}

void TestHistoryModel::loadsOlderOnesOnRequest()
{
    openModel();
    QCOMPARE(m_model->entry(0).number, 450);
    for (const int rows : {400, 450}) {
        QVERIFY(m_model->canFetchMore({}));
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), rows);
    }
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(m_model->entry(449).number, 1);
}

void TestHistoryModel::searchesBeyondWhatIsLoaded()
{
    openModel();
    m_model->setText(u"renamed 17"_s);
    QTRY_COMPARE(m_model->rowCount(), 11); // 17 and 170 to 179
    QCOMPARE(m_model->entry(10).number, 17);
    m_model->setText(u"ANN@"_s);
    QTRY_COMPARE(m_model->rowCount(), 200);
}

void TestHistoryModel::refreshKeepsTheRows()
{
    openModel();
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 400);
    const QPersistentModelIndex kept = m_model->index(10, HistoryModel::What);
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    insert(451, 453);
    database().execute(
        u"UPDATE tagsmith_operation SET undone_by = 'operation-453' WHERE number = 440"_s);
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 403);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(kept.row(), 13);
    QCOMPARE(m_model->entry(13).number, 440);
    QCOMPARE(m_model->entry(13).undoneBy, u"operation-453"_s);
    QCOMPARE(m_model->entry(402).number, 51);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 453);
}

void TestHistoryModel::refreshFollowsWhatWasForgotten()
{
    openModel();
    database().execute(u"DELETE FROM tagsmith_operation WHERE number <= 400"_s);
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 50);
    QVERIFY(!m_model->canFetchMore({}));
}

void TestHistoryModel::tellsWhereThereIsNoJournal()
{
    database().createMinimalTable();
    m_model->open(m_source);
    QTRY_VERIFY(m_model->problem());
    QCOMPARE(m_model->problem()->kind, ErrorKind::NoJournal);
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "TestHistoryModel.moc"
