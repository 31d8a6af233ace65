// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "FaultWorld.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/**
 * Ten writers with connections of their own merge, rename, edit, add and undo on one small table,
 * for TAGSMITH_WRITERS_SECONDS (60 where that is not set).
 */
class TestTenWriters : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLostOrDoubled();

private:
    static constexpr int writers = 10;
    static constexpr int tags = 24;
    static constexpr int items = 60;
    static constexpr qsizetype mostToUndo = 2000; // unless a longer time is asked for

    struct Writer
    {
        std::unique_ptr<DatabaseExecutor> executor;
        std::unique_ptr<TagRepository> repository;
        TagSource source;
    };

    bool isOver() const { return m_clock.elapsed() > m_lengthMs || m_successes.size() >= m_most; }
    void rebuild();
    QStringList dump() const;
    void go(Writer &writer);
    void count(Writer &writer);
    void told(Writer &writer, const QString &what, const Result<Receipt> &answer);
    QString anyTag() { return u"tag %1"_s.arg(m_random.bounded(tags)); }
    qint64 number(const QString &sql) const;

    test::FaultWorld m_world;
    QRandomGenerator m_random{20240607};
    QElapsedTimer m_clock;
    qint64 m_lengthMs = 0;
    qsizetype m_most = mostToUndo;
    int m_busy = 0;
    int m_counted = 0;
    QStringList m_successes;
    std::map<QString, int> m_done;
    std::map<QString, int> m_refused;
    QStringList m_faults;
};

void TestTenWriters::rebuild()
{
    NativeMariaDb sql(m_world.server().socket(), u"shop"_s);
    sql.execute(u"DELETE FROM links"_s);
    sql.execute(u"DELETE FROM tags"_s);
    // Two in which no unique key forbids doubles; of one no key tells the rows apart at all.
    sql.execute(
        u"CREATE TABLE uses (id INT AUTO_INCREMENT PRIMARY KEY, item_id INT NOT NULL, tag_id "
        "INT NOT NULL, KEY (tag_id), FOREIGN KEY (tag_id) REFERENCES tags (id))"_s);
    sql.execute(
        u"CREATE TABLE marks (item_id INT NOT NULL, tag_id INT NOT NULL, KEY (tag_id), FOREIGN "
        "KEY (tag_id) REFERENCES tags (id))"_s);
    for (int tag = 0; tag < tags; ++tag)
        sql.execute(u"INSERT INTO tags VALUES (%1, 'tag %2', NULL)"_s.arg(tag + 1).arg(tag));
    sql.execute(u"INSERT INTO tags VALUES (1000, 'counter', '0')"_s);
    for (int item = 0; item < items; ++item) {
        for (int i = 0; i < 4; ++i)
            sql.execute(u"INSERT INTO links VALUES (%1, %2)"_s.arg(item).arg(
                (item * 7 + i * 5) % tags + 1));
    }
    sql.execute(u"INSERT INTO uses (item_id, tag_id) SELECT item, tag_id FROM links"_s);
    sql.execute(u"INSERT INTO marks SELECT item, tag_id FROM links WHERE item < 20"_s);
}

QStringList TestTenWriters::dump() const
{
    NativeMariaDb sql(m_world.server().socket(), u"shop"_s);
    QStringList lines;
    for (const auto &query :
         {u"SELECT * FROM tags ORDER BY id"_s, u"SELECT * FROM links ORDER BY item, tag_id"_s,
          u"SELECT * FROM uses ORDER BY id"_s, u"SELECT * FROM marks ORDER BY item_id, tag_id"_s}) {
        const auto rows = sql.rows(query);
        for (const QStringList &row : rows)
            lines << row.join(u'|');
    }
    return lines;
}

qint64 TestTenWriters::number(const QString &sql) const
{
    return NativeMariaDb(m_world.server().socket(), u"shop"_s)
        .rows(sql)
        .value(0)
        .value(0)
        .toLongLong();
}

void TestTenWriters::told(Writer &writer, const QString &what, const Result<Receipt> &answer)
{
    if (answer.ok()) {
        m_successes << answer->operation;
        ++m_done[what];
    } else {
        // Somebody else was there before: the tag is gone, changed or locked, or the name taken.
        const ErrorKind kind = answer.error().kind;
        ++m_refused[what + u' ' + errorKindName(kind)];
        const bool isFair = kind == ErrorKind::Missing || kind == ErrorKind::Conflict ||
                            kind == ErrorKind::Locked || kind == ErrorKind::Refused;
        if (!isFair)
            m_faults << what + u": "_s + errorKindName(kind) + u": "_s + answer.error().message;
    }
    --m_busy;
    go(writer);
}

/** Reads the counter and writes the next number, provided that nobody has done so meanwhile. */
void TestTenWriters::count(Writer &writer)
{
    const QString now = NativeMariaDb(m_world.server().socket(), u"shop"_s)
                            .rows(u"SELECT note FROM tags WHERE id = 1000"_s)
                            .value(0)
                            .value(0);
    SetRequest request{u"counter"_s, {{u"note"_s, QString::number(now.toInt() + 1)}}};
    request.expected = {{u"1000"_s, {{u"note"_s, now}}}};
    whenDone(writer.executor.get(), writer.repository->set(writer.source, request),
             [this, &writer](const Result<Receipt> &answer) {
                 m_counted += answer.ok() ? 1 : 0;
                 told(writer, u"count"_s, answer);
             });
}

void TestTenWriters::go(Writer &writer)
{
    if (isOver())
        return;
    ++m_busy;
    TagRepository &repository = *writer.repository;
    const TagSource &source = writer.source;
    const auto receive = [this, &writer](const QString &what) {
        return [this, &writer, what](const Result<Receipt> &answer) { told(writer, what, answer); };
    };
    QObject *receiver = writer.executor.get();
    switch (m_random.bounded(10)) {
    case 0:
    case 1:
    case 2:
        whenDone(receiver, repository.merge(source, {{anyTag()}, anyTag()}), receive(u"merge"_s));
        return;
    case 3:
        whenDone(receiver, repository.rename(source, {anyTag(), anyTag()}), receive(u"rename"_s));
        return;
    case 4: {
        const QString note = QString::number(m_random.bounded(1000));
        whenDone(receiver, repository.set(source, {anyTag(), {{u"note"_s, note}}}),
                 receive(u"set"_s));
        return;
    }
    case 5: whenDone(receiver, repository.add(source, {{anyTag()}, {}}), receive(u"add"_s)); return;
    case 6:
    case 7: count(writer); return;
    default: break;
    }
    UndoRequest undo;
    const QString counted = u"SELECT id FROM tagsmith_operation WHERE summary NOT LIKE '%counter%' "
                            "ORDER BY number DESC LIMIT 20"_s;
    const auto ids = NativeMariaDb(m_world.server().socket(), u"shop"_s).rows(counted);
    if (ids.isEmpty()) {
        --m_busy;
        count(writer);
        ++m_busy;
        return;
    }
    undo.operation = ids.at(m_random.bounded(static_cast<int>(ids.size()))).value(0);
    undo.onConflict = m_random.bounded(3) == 0 ? OnConflict::Skip : OnConflict::Stop;
    whenDone(receiver, repository.undo(source, undo), receive(u"undo"_s));
}

void TestTenWriters::nothingIsLostOrDoubled()
{
    bool isSet = false;
    const int seconds = qEnvironmentVariableIntValue("TAGSMITH_WRITERS_SECONDS", &isSet);
    if (isSet)
        m_most = std::numeric_limits<qsizetype>::max();
    m_lengthMs = (isSet ? seconds : 60) * qint64(1000);
    rebuild();
    const QStringList before = dump();

    std::vector<Writer> everybody(writers);
    for (Writer &writer : everybody) {
        writer.executor = std::make_unique<DatabaseExecutor>();
        writer.repository = std::make_unique<TagRepository>(*writer.executor);
        writer.source = m_world.source(*writer.repository);
        writer.source.profile = m_world.direct();
    }
    m_clock.start();
    for (Writer &writer : everybody)
        go(writer);
    QTRY_VERIFY_WITH_TIMEOUT(m_busy == 0 && isOver(), static_cast<int>(m_lengthMs) + 60'000);
    for (const auto &[what, times] : m_done)
        qInfo("%s: %d", qPrintable(what), times);
    for (const auto &[what, times] : m_refused)
        qInfo("refused: %s: %d", qPrintable(what), times);
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));

    // Each receipt is in the journal once, and nothing else is.
    QStringList newestFirst = m_successes; // in the order of their commits, which may be another
    std::reverse(newestFirst.begin(), newestFirst.end()); // than that of their numbers
    QStringList journal = m_world.operations();
    QCOMPARE(journal.size(), m_successes.size());
    journal.sort();
    m_successes.sort();
    QCOMPARE(journal, m_successes);
    QCOMPARE(m_world.strayChanges(), 0);
    // No update is lost, nothing dangles, and no object has a tag twice.
    QCOMPARE(number(u"SELECT note FROM tags WHERE id = 1000"_s), m_counted);
    for (const QString &table : {u"links"_s, u"uses"_s, u"marks"_s}) {
        QCOMPARE(number(u"SELECT COUNT(*) FROM %1 WHERE tag_id NOT IN (SELECT id FROM tags)"_s.arg(
                     table)),
                 0);
        const QString item = table == "links"_L1 ? u"item"_s : u"item_id"_s;
        QCOMPARE(number(u"SELECT COUNT(*) - COUNT(DISTINCT %1, tag_id) FROM %2"_s.arg(item, table)),
                 0);
    }

    // And all of it, taken back from the last to the first, leads to the beginning. Two answers at
    // a time may have come in the wrong order: who comes too early waits for the next round.
    const Writer &last = everybody.front();
    QStringList left = newestFirst;
    while (!left.isEmpty()) {
        QStringList tooEarly;
        QString why;
        for (const QString &id : std::as_const(left)) {
            UndoRequest undo;
            undo.operation = id;
            const auto undone = answerOf(last.repository->undo(last.source, undo));
            if (!undone.ok()) {
                tooEarly << id;
                why = undone.error().message;
            }
        }
        QVERIFY2(tooEarly.size() < left.size(), qPrintable(why));
        left = tooEarly;
    }
    QCOMPARE(dump(), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestTenWriters)
#include "TestTenWriters.moc"
