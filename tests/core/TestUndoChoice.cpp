// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/UndoChoice.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestUndoChoice : public QObject
{
    Q_OBJECT

private slots:
    void choosesOfTheAuthorsOwn_data();
    void choosesOfTheAuthorsOwn();
};

void TestUndoChoice::choosesOfTheAuthorsOwn_data()
{
    QTest::addColumn<QStringList>("history"); // the oldest first: "id kind author undoneBy"
    QTest::addColumn<QString>("undo");
    QTest::addColumn<QString>("redo");
    const QString a = u"A add me"_s;
    const QString b = u"B set me"_s;
    QTest::newRow("nothing") << QStringList() << QString() << QString();
    QTest::newRow("the newest") << QStringList{a, b} << u"B"_s << QString();
    QTest::newRow("others do not count") << QStringList{a, u"X add you"_s} << u"A"_s << QString();
    QTest::newRow("one undone") << QStringList{a, b + u" U"_s, u"U undo me"_s} << u"A"_s << u"U"_s;
    QTest::newRow("both undone") << QStringList{a + u" V"_s, b + u" U"_s, u"U undo me"_s,
                                                u"V undo me"_s}
                                 << QString() << u"V"_s;
    QTest::newRow("one redone") << QStringList{a, b + u" U"_s, u"U undo me"_s, u"V undo me R"_s,
                                               u"R redo me"_s}
                                << u"A"_s << u"U"_s;
    QTest::newRow("something else since")
        << QStringList{a, b + u" U"_s, u"U undo me"_s, u"C add me"_s} << u"C"_s << QString();
    QTest::newRow("somebody else since")
        << QStringList{a, b + u" U"_s, u"U undo me"_s, u"C add you"_s} << u"A"_s << u"U"_s;
    QTest::newRow("somebody else undid it")
        << QStringList{a, b + u" U"_s, u"U undo you"_s} << u"A"_s << QString();
}

void TestUndoChoice::choosesOfTheAuthorsOwn()
{
    QFETCH(const QStringList, history);
    QFETCH(const QString, undo);
    QFETCH(const QString, redo);
    std::vector<OperationEntry> entries;
    for (const QString &text : history) {
        const QStringList words = text.split(u' ');
        OperationEntry entry;
        entry.id = words.at(0);
        entry.kind = words.at(1);
        entry.author = words.at(2);
        entry.undoneBy = words.value(3);
        entries.insert(entries.begin(), entry);
    }
    const UndoChoice choice = chooseUndo(entries, u"me"_s);
    QCOMPARE(choice.undo ? choice.undo->id : QString(), undo);
    QCOMPARE(choice.redo ? choice.redo->id : QString(), redo);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestUndoChoice)
#include "TestUndoChoice.moc"
