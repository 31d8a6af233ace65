// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Error.h"
#include "core/ImportLineStore.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace tagsmith
{

namespace
{

constexpr qint64 many = 100'000;

/** A line of which every part tells its number. */
ImportLine lineNumber(qint64 number)
{
    ImportLine line;
    line.line = number * 3 + 2;
    line.verdict = static_cast<LineVerdict>(number % 5);
    line.name = u"tag %1"_s.arg(number);
    line.values = {u"value %1"_s.arg(number), std::nullopt};
    if (number % 5 == 1)
        line.stored = {u""_s, QString::number(number)};
    if (number % 7 == 0) {
        line.equalName = u"TAG %1 Ü→"_s.arg(number);
        line.equalLine = number % 2 == 0 ? number + 1 : 0;
    }
    if (number % 5 == 4) {
        line.column = u"uses"_s;
        line.reason = u"“%1” is no number."_s.arg(number);
    }
    return line;
}

/** The parts of a line, with NULL told from the empty text. */
QStringList partsOf(const ImportLine &line)
{
    QStringList parts{QString::number(line.line), lineVerdictName(line.verdict), line.name};
    for (const Row &row : {line.values, line.stored}) {
        parts << QString::number(row.size());
        for (const Cell &cell : row)
            parts << (cell ? u'=' + *cell : u"NULL"_s);
    }
    return parts << line.equalName << QString::number(line.equalLine) << line.column << line.reason
                 << QString::number(line.position) << line.action << line.target;
}

/** As long as it lives no file of this process grows beyond a limit. */
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
};

} // namespace

/** The lines of an import, which stand in a file. */
class TestImportLineStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsForwardsAndBackwards();
    void readsAtRandom();
    void filters_data();
    void filters();
    void keepsEveryText_data();
    void keepsEveryText();
    void anEmptyOneHasNoLines();
    void knowsNothingBeyondItsEnds();
    void aLongLineStandsAmongShortOnes();
    void aFullDiskIsToldInOneSentence();

private:
    std::unique_ptr<ImportLineStore> m_store;
};

void TestImportLineStore::initTestCase()
{
    m_store = std::make_unique<ImportLineStore>(QStringList{u"note"_s, u"uses"_s});
    for (qint64 i = 0; i < many; ++i)
        m_store->append(lineNumber(i));
    m_store->finish();
    QCOMPARE(m_store->count(), many);
    QCOMPARE(m_store->columns(), (QStringList{u"note"_s, u"uses"_s}));
}

void TestImportLineStore::readsForwardsAndBackwards()
{
    for (qint64 i = 0; i < many; i += 7)
        QCOMPARE(partsOf(m_store->at(i)), partsOf(lineNumber(i)));
    for (qint64 i = many - 1; i >= 0; i -= 11)
        QCOMPARE(partsOf(m_store->at(i)), partsOf(lineNumber(i)));
}

void TestImportLineStore::readsAtRandom()
{
    QRandomGenerator random(42);
    for (int i = 0; i < 20'000; ++i) {
        const qint64 index = random.bounded(static_cast<int>(many));
        QCOMPARE(partsOf(m_store->at(index)), partsOf(lineNumber(index)));
        QCOMPARE(m_store->verdict(index), lineNumber(index).verdict);
        QCOMPARE(m_store->isEqualToAnother(index), index % 7 == 0);
    }
}

void TestImportLineStore::filters_data()
{
    QTest::addColumn<QList<int>>("verdicts");
    QTest::addColumn<bool>("equalNames");
    QTest::newRow("all") << QList<int>{} << false;
    QTest::newRow("one") << QList<int>{4} << false;
    QTest::newRow("two") << QList<int>{0, 3} << false;
    QTest::newRow("equal") << QList<int>{} << true;
    QTest::newRow("changed, and equal ones") << QList<int>{1} << true;
}

void TestImportLineStore::filters()
{
    QFETCH(const QList<int>, verdicts);
    QFETCH(const bool, equalNames);
    ImportLineFilter filter;
    for (const int verdict : verdicts)
        filter.verdicts.insert(static_cast<LineVerdict>(verdict));
    filter.equalNames = equalNames;
    std::vector<quint32> expected;
    for (int i = 0; i < many; ++i) {
        const bool isAll = verdicts.isEmpty() && !equalNames;
        if (isAll || verdicts.contains(i % 5) || (equalNames && i % 7 == 0))
            expected.push_back(static_cast<quint32>(i));
    }
    QVERIFY(m_store->matching(filter) == expected);
}

void TestImportLineStore::keepsEveryText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("Latin") << u"é ÿ ß"_s;
    QTest::newRow("beyond") << u"日本 👩‍🚀"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s;
    QTest::newRow("half a pair") << u"a"_s + QChar(0xd800);
    QTest::newRow("line ends") << u"a\r\nb\u2028,\";"_s;
    QTest::newRow("127 letters") << QString(127, u'x');
    QTest::newRow("many letters") << QString(70'000, u'→');
}

void TestImportLineStore::keepsEveryText()
{
    QFETCH(const QString, text);
    ImportLine line;
    line.line = 1LL << 40;
    line.verdict = LineVerdict::Rejected;
    line.name = text;
    line.values = {text, std::nullopt, u""_s, std::nullopt};
    line.stored = {std::nullopt, text};
    line.equalName = text;
    line.column = text;
    line.reason = text;
    line.action = text;
    line.target = text;
    line.position = 1 << 30;
    ImportLineStore store({});
    store.append(line);
    store.append(line);
    store.finish();
    QCOMPARE(partsOf(store.at(1)), partsOf(line));
    QVERIFY(!store.at(0).values[1]);
    QVERIFY(store.at(0).values[2].has_value());
    QVERIFY(!store.at(0).values[2]->isNull());
}

void TestImportLineStore::anEmptyOneHasNoLines()
{
    ImportLineStore store({});
    store.finish();
    QCOMPARE(store.count(), 0);
    QVERIFY(store.matching({}).empty());
    QCOMPARE(store.at(0).line, 0);
}

void TestImportLineStore::knowsNothingBeyondItsEnds()
{
    QCOMPARE(m_store->at(-1).line, 0);
    QCOMPARE(m_store->at(many).line, 0);
    QCOMPARE(partsOf(m_store->at(many - 1)), partsOf(lineNumber(many - 1)));
}

void TestImportLineStore::aLongLineStandsAmongShortOnes()
{
    ImportLineStore store({});
    for (int i = 0; i < 200; ++i) {
        ImportLine line = lineNumber(i);
        if (i == 100)
            line.values[0] = QString(3'000'000, u'v');
        store.append(line);
    }
    store.finish();
    QCOMPARE(store.at(100).values[0]->size(), 3'000'000);
    QCOMPARE(partsOf(store.at(99)), partsOf(lineNumber(99)));
    QCOMPARE(partsOf(store.at(101)), partsOf(lineNumber(101)));
    QCOMPARE(partsOf(store.at(199)), partsOf(lineNumber(199)));
}

void TestImportLineStore::aFullDiskIsToldInOneSentence()
{
    const FileSizeLimit limit(500'000);
    ImportLineStore store({});
    try {
        for (qint64 i = 0; i < many; ++i)
            store.append(lineNumber(i));
        store.finish();
    } catch (const DatabaseError &failure) {
        QCOMPARE(failure.error().kind, ErrorKind::DiskFull);
        QCOMPARE(failure.error().message,
                 u"The lines of the import cannot be kept because the disk with the temporary "
                 "files is full; free some space there."_s);
        return;
    }
    QFAIL("The lines were kept although there is no space for them.");
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportLineStore)
#include "TestImportLineStore.moc"
