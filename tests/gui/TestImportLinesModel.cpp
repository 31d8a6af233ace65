// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ImportLineStore.h"
#include "gui/ImportCorrections.h"
#include "gui/ImportLinesModel.h"
#include "gui/ImportLinesView.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

namespace
{

constexpr int many = 1'000'000;

Vocabulary vocabulary()
{
    Vocabulary result;
    result.name = u"tags"_s;
    Column name;
    name.name = u"name"_s;
    Column label;
    label.name = u"label"_s;
    result.columns = {name, label};
    result.nameColumn = 0;
    return result;
}

ImportAccount manyLines()
{
    const auto store = std::make_shared<ImportLineStore>(QStringList(u"label"_s));
    ImportAccount account;
    ImportLine line;
    line.values = {u"a label of some length, as labels are"_s};
    for (int i = 0; i < many; ++i) {
        line.line = i + 2;
        line.name = u"tag number "_s + QString::number(i);
        line.verdict = i % 10 == 9 ? LineVerdict::Rejected : LineVerdict::New;
        store->append(line);
    }
    store->finish();
    account.read = many;
    account.rejected = many / 10;
    account.inserted = many - account.rejected;
    account.lines = store;
    return account;
}

/** How many bytes this process has read so far. */
qint64 bytesRead()
{
    QFile file(u"/proc/self/io"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readLine().mid(7).trimmed().toLongLong(); // "rchar: 123"
}

} // namespace

/** A preview of a million lines, of which the window reads no more than it shows. */
class TestImportLinesModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsOnlyWhatItShows();
    void leavesAMillionLinesOut();
    void keepsCorrectionsByLine();
    void keepsCorrectionsOfSingleNames();
    void anEmptiedNumberIsNull();

private:
    void show(ImportLinesView &view)
    {
        ImportRequest request;
        request.mapping = {{u"name"_s, u"name"_s}, {u"label"_s, u"label"_s}};
        view.resize(900, 600);
        view.show();
        view.setAccount(m_account, request, FileFormat::Csv, vocabulary());
    }

    ImportAccount m_account;
};

void TestImportLinesModel::initTestCase()
{
    m_account = manyLines();
}

void TestImportLinesModel::readsOnlyWhatItShows()
{
    constexpr qint64 aFewScreens = 5'000'000; // the lines take about 100 MB
    ImportLinesView view;
    const qint64 before = bytesRead();
    QVERIFY(before >= 0);
    QElapsedTimer clock;
    clock.start();
    show(view);
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    qInfo("shown after %lld ms", clock.elapsed());
    auto *table = view.findChild<QTableView *>(u"linesTable"_s);
    QCOMPARE(table->model()->rowCount(), many);
    clock.restart();
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
    view.grab();
    qInfo("scrolled within %lld ms", clock.elapsed());
    QCOMPARE(table->model()->index(many - 1, 2).data().toString(), u"tag number 999999"_s);

    clock.restart();
    view.findChild<QAbstractButton *>(u"rejectedFilter"_s)->click();
    qInfo("filtered within %lld ms", clock.elapsed());
    QCOMPARE(table->model()->rowCount(), many / 10);
    QCOMPARE(table->model()->index(1, 0).data().toString(), u"21"_s);
    clock.restart();
    view.findChild<QAbstractButton *>(u"allFilter"_s)->click();
    qInfo("unfiltered within %lld ms", clock.elapsed());
    clock.restart();
    show(view);
    qInfo("shown again within %lld ms", clock.elapsed());
    view.grab();
    const qint64 read = bytesRead() - before;
    QVERIFY2(read < aFewScreens, qPrintable(QString::number(read)));
}

void TestImportLinesModel::leavesAMillionLinesOut()
{
    ImportLinesView view;
    show(view);
    auto *table = view.findChild<QTableView *>(u"linesTable"_s);
    QElapsedTimer clock;
    clock.start();
    table->selectAll();
    qInfo("selected within %lld ms", clock.elapsed());
    clock.restart();
    view.findChild<QAbstractButton *>(u"leaveOutButton"_s)->click();
    qInfo("begun within %lld ms", clock.elapsed());
    QVERIFY(view.corrections().isEmpty()); // it goes on while the window does
    QTRY_COMPARE_WITH_TIMEOUT(view.corrections().leftOutCount(), many, 60'000);
    QVERIFY(view.corrections().isLeftOut(2));
    QVERIFY(!view.corrections().isLeftOut(1));
    QCOMPARE(table->model()->index(many - 1, 1).data().toString(), u"To be left out"_s);
}

void TestImportLinesModel::keepsCorrectionsByLine()
{
    ImportCorrections corrections;
    corrections.correct(7, u"a"_s, u"first"_s);
    corrections.correct(7, u"a"_s, u"second"_s);
    corrections.correct(8, u"b"_s, std::nullopt);
    corrections.leaveOut({9, 3, 3});
    corrections.leaveOut({5});
    corrections.takeAgain({9});
    QVERIFY(corrections.isCorrected(7) && !corrections.isCorrected(9));
    QCOMPARE(corrections.find(7, u"a"_s).value(), Cell(u"second"_s));
    QVERIFY(corrections.find(8, u"b"_s) && !*corrections.find(8, u"b"_s));
    ImportCorrections other = corrections;
    other.revert({8});
    QVERIFY(other.isSameFor(7, corrections) && !other.isSameFor(8, corrections));

    ImportRequest request;
    corrections.addTo(request);
    QCOMPARE(request.corrections.size(), size_t(2));
    QVERIFY(request.leftOut == std::vector<qint64>({3, 5}));
}

void TestImportLinesModel::keepsCorrectionsOfSingleNames()
{
    ImportCorrections corrections;
    corrections.correct(7, u"a"_s, u"second"_s, 1);
    corrections.correct(7, u"a"_s, u"first"_s, 0);
    corrections.correct(7, u"b"_s, u"x"_s);
    QVERIFY(corrections.hasSingleNames() && corrections.isCorrected(7));
    QCOMPARE(corrections.find(7, u"a"_s, 1).value(), Cell(u"second"_s));
    QVERIFY(!corrections.find(7, u"a"_s));
    ImportRequest request;
    corrections.addTo(request);
    QCOMPARE(request.corrections.size(), size_t(3));
    QCOMPARE(request.corrections[1].position, 1);
    QCOMPARE(request.corrections[2].position, -1);

    corrections.correct(7, u"a"_s, u"all"_s); // in place of its names
    QVERIFY(!corrections.hasSingleNames());
    QCOMPARE(corrections.correctedCount(), 2);
    corrections.correct(7, u"a"_s, u"second"_s, 1);
    corrections.revert({7});
    QVERIFY(corrections.isEmpty());
}

void TestImportLinesModel::anEmptiedNumberIsNull()
{
    Vocabulary numbers = vocabulary();
    numbers.columns[1].type = ColumnType::Integer;
    for (const bool isNullable : {true, false}) {
        numbers.columns[1].nullable = isNullable;
        ImportLinesModel model;
        ImportRequest request;
        request.mapping = {{u"name"_s, u"name"_s}, {u"label"_s, u"label"_s}};
        model.setAccount(m_account, request, FileFormat::Csv, numbers);
        const QModelIndex value = model.index(0, model.nameColumn() + 1);
        QCOMPARE(value.data(ImportLinesModel::NullableRole).toBool(), isNullable);
        QVERIFY(model.setData(value, QString()));
        QCOMPARE(value.data().toString(), isNullable ? u"NULL"_s : QString());
        QVERIFY(!model.setData(value, QString())); // nothing new
    }
}

QTEST_MAIN(TestImportLinesModel)
#include "TestImportLinesModel.moc"
