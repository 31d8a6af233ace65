// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SaveScreenshot.h"

#include "gui/ReceiptView.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** What the blast radius shows of receipts made by hand. */
class TestReceiptView : public QObject
{
    Q_OBJECT

private slots:
    void sumsUp_data();
    void sumsUp();
    void showsEverything();
    void leavesOutWhatIsNotThere();
    void hidesAndCopiesSql();
    void tellsWhatStaysAfterADeletion();
    void scrollsManyWarnings();
    void tellsAPlainRename();

private:
    static Receipt rich();
    static QString cell(const ReceiptView &view, const char *table, int row, int column);
    static QStringList tabs(const ReceiptView &view);
};

Receipt TestReceiptView::rich()
{
    Receipt receipt;
    receipt.kind = u"merge"_s;
    receipt.tags = 3;
    receipt.dryRun = true;
    receipt.references = {{u"wp_term_relationships"_s, u"term_taxonomy_id"_s, 12412, 17, 0},
                          {u"wp_termmeta"_s, u"term_id"_s, 2, 0, 0}};
    receipt.childrenLifted = 2;
    receipt.counters = {{u"java"_s, u"count"_s, u"390"_s, u"12802"_s}};
    receipt.warnings = {u"“Java 8” is in the taxonomy category as well; its name stays there."_s};
    receipt.samples = {{u"wp_term_relationships"_s,
                        u"moved"_s,
                        {u"object_id"_s, u"term_taxonomy_id"_s},
                        {{u"1017"_s, u"31"_s}, {u"1020"_s, u"31"_s}}},
                       {u"wp_term_relationships"_s,
                        u"collapsed"_s,
                        {u"object_id"_s, u"term_taxonomy_id"_s, u"term_order"_s},
                        {{u"88"_s, u"32"_s, std::nullopt}}}};
    receipt.sql = {u"UPDATE wp_term_relationships SET term_taxonomy_id = ? /* 12 */;"_s,
                   u"DELETE FROM wp_term_taxonomy WHERE term_taxonomy_id = ? /* 31 */;"_s};
    receipt.aftercare = {{u"Empty the object cache."_s, u"wp cache flush"_s}};
    receipt.redirects = {{u"java-8"_s, u"java"_s}, {u"old"_s, {}}};
    return receipt;
}

QString TestReceiptView::cell(const ReceiptView &view, const char *table, int row, int column)
{
    const auto *found = view.findChild<QTableView *>(QString::fromLatin1(table));
    return found->model()->index(row, column).data().toString();
}

QStringList TestReceiptView::tabs(const ReceiptView &view)
{
    const auto *widget = view.findChild<QTabWidget *>();
    QStringList titles;
    for (int i = 0; i < widget->count(); ++i)
        titles << widget->tabText(i).remove(u'&');
    return titles;
}

void TestReceiptView::sumsUp_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("tags");
    QTest::addColumn<QList<qint64>>("counts"); // moved, collapsed, removed, lifted
    QTest::addColumn<QString>("sentence");
    using Counts = QList<qint64>;
    QTest::newRow("merge") << u"merge"_s << 3 << Counts{412, 17, 0, 2}
                           << u"3 tags become “java”: 412 taggings move, 17 collapse, "
                              "2 children are lifted."_s;
    QTest::newRow("one of each") << u"merge"_s << 1 << Counts{1, 1, 0, 1}
                                 << u"“Java 8” becomes “java”: 1 tagging moves, 1 collapses, "
                                    "1 child is lifted."_s;
    QTest::newRow("only collapsed")
        << u"merge"_s << 2 << Counts{0, 2, 0, 0} << u"2 tags become “java”: 2 taggings collapse."_s;
    QTest::newRow("unused") << u"merge"_s << 2 << Counts{0, 0, 0, 0}
                            << u"2 tags become “java”: no tagging changes."_s;
    QTest::newRow("rename") << u"rename"_s << 1 << Counts{1500, 0, 0, 0}
                            << u"“Java 8” becomes “java”: 1,500 taggings follow."_s;
    QTest::newRow("delete") << u"delete"_s << 1 << Counts{0, 0, 41, 1}
                            << u"“Java 8” is deleted: 41 taggings are removed, "
                               "1 child is lifted."_s;
}

void TestReceiptView::sumsUp()
{
    QFETCH(const QString, kind);
    QFETCH(const int, tags);
    QFETCH(const QList<qint64>, counts);
    QFETCH(const QString, sentence);
    QLocale::setDefault(QLocale(QLocale::English));
    Receipt receipt;
    receipt.kind = kind;
    receipt.references = {{u"uses"_s, u"tag"_s, counts[0], counts[1], counts[2]}};
    receipt.childrenLifted = counts[3];
    QCOMPARE(changeSummary(receipt, {u"Java 8"_s, tags, u"java"_s, {}}), sentence);
}

void TestReceiptView::showsEverything()
{
    QLocale::setDefault(QLocale(QLocale::English));
    ReceiptView view;
    view.setReceipt(std::make_shared<const Receipt>(rich()), {u"Java 8"_s, 3, u"java"_s, {}});
    view.resize(620, 380);
    view.show();
    test::saveScreenshot(view, u"receipt-view"_s);
    QCOMPARE(view.findChild<QLabel *>(u"summaryLabel"_s)->text(),
             u"3 tags become “java”: 12,414 taggings move, 17 collapse, 2 children are lifted."_s);
    QCOMPARE(tabs(view), (QStringList{u"References"_s, u"Counters"_s, u"Sample rows"_s,
                                      u"Addresses"_s, u"Afterwards"_s}));
    QCOMPARE(cell(view, "referencesTable", 0, 0), u"wp_term_relationships.term_taxonomy_id"_s);
    QCOMPARE(cell(view, "referencesTable", 0, 1), u"12,412"_s);
    QCOMPARE(cell(view, "referencesTable", 0, 2), u"17"_s);
    QCOMPARE(cell(view, "countersTable", 0, 2), u"390"_s);
    QCOMPARE(cell(view, "countersTable", 0, 3), u"12,802"_s);
    QCOMPARE(cell(view, "redirectsTable", 0, 1), u"java"_s);
    const auto *warnings = view.findChild<QWidget *>(u"warnings"_s);
    QVERIFY(warnings->isVisible());
    QVERIFY(warnings->findChild<QLabel *>(u"messageText"_s)->text().contains(u"category"_s));
    QVERIFY(!warnings->findChild<QLabel *>(u"messageIcon"_s)->pixmap(Qt::ReturnByValue).isNull());

    // Sample rows of the outcome that is chosen; identifiers are no numbers to group.
    auto *choice = view.findChild<QComboBox *>(u"sampleChoice"_s);
    QCOMPARE(choice->count(), 2);
    QCOMPARE(choice->itemText(1), u"wp_term_relationships, collapsed"_s);
    QCOMPARE(cell(view, "sampleTable", 1, 0), u"1020"_s);
    choice->setCurrentIndex(1);
    QCOMPARE(cell(view, "sampleTable", 0, 2), u"NULL"_s);
    view.findChild<QTabWidget *>()->setCurrentIndex(2);
    test::saveScreenshot(view, u"receipt-view-samples"_s);
}

void TestReceiptView::leavesOutWhatIsNotThere()
{
    ReceiptView view;
    view.setReceipt(std::make_shared<const Receipt>(rich()), {u"Java 8"_s, 3, u"java"_s, {}});
    Receipt plain;
    plain.kind = u"delete"_s;
    plain.tags = 1;
    view.setReceipt(std::make_shared<const Receipt>(plain), {u"Qt"_s, 1, {}, {}});
    view.show();
    QCOMPARE(tabs(view), QStringList{u"References"_s});
    QVERIFY(!view.findChild<QWidget *>(u"warnings"_s)->isVisible());
    QVERIFY(!view.findChild<QTableView *>(u"referencesTable"_s)->isVisible());
    QVERIFY(view.findChild<QLabel *>(u"referencesNote"_s)->isVisible());
    QVERIFY(!view.findChild<QPushButton *>(u"sqlButton"_s)->isEnabled());
}

void TestReceiptView::hidesAndCopiesSql()
{
    ReceiptView view;
    view.setReceipt(std::make_shared<const Receipt>(rich()), {u"Java 8"_s, 3, u"java"_s, {}});
    view.show();
    auto *text = view.findChild<QPlainTextEdit *>(u"sqlText"_s);
    auto *button = view.findChild<QPushButton *>(u"sqlButton"_s);
    QVERIFY(!text->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(text->isVisible());
    QVERIFY(text->isReadOnly());
    QTest::mouseClick(view.findChild<QPushButton *>(u"copySqlButton"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"UPDATE wp_term_relationships SET term_taxonomy_id = ? /* 12 */;\n"
             "DELETE FROM wp_term_taxonomy WHERE term_taxonomy_id = ? /* 31 */;"_s);
    // Whoever wants the SQL sees that of the next receipt as well.
    Receipt other = rich();
    other.sql = {u"DELETE FROM x;"_s};
    view.setReceipt(std::make_shared<const Receipt>(other), {u"a"_s, 1, u"b"_s, {}});
    QVERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), u"DELETE FROM x;"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!text->isVisible());
}

void TestReceiptView::tellsWhatStaysAfterADeletion()
{
    Reference bare;
    bare.table = u"favourites"_s;
    bare.column = u"tag"_s;
    bare.nullable = true;
    Reference notes;
    notes.table = u"notes"_s;
    notes.column = u"tag"_s;
    notes.role = ReferenceRole::Property;
    Receipt receipt;
    receipt.kind = u"delete"_s;
    receipt.references = {{u"uses"_s, u"tag"_s, 0, 0, 5},
                          {u"favourites"_s, u"tag"_s, 0, 0, 2},
                          {u"notes"_s, u"tag"_s, 0, 0, 3}};
    ReceiptView view;
    view.setReceipt(std::make_shared<const Receipt>(receipt), {u"Qt"_s, 1, {}, {bare, notes}});
    QCOMPARE(view.findChild<QLabel *>(u"summaryLabel"_s)->text(),
             u"“Qt” is deleted: 5 taggings are removed, 2 taggings are left without a tag, "
             "3 property rows change."_s);
    QCOMPARE(cell(view, "referencesTable", 0, 1), u"5"_s);
    QCOMPARE(cell(view, "referencesTable", 1, 1), u"0"_s);
    QCOMPARE(cell(view, "referencesTable", 1, 2), u"2"_s);
    QCOMPARE(cell(view, "referencesTable", 2, 1), u"3"_s);
}

void TestReceiptView::scrollsManyWarnings()
{
    Receipt receipt = rich();
    for (int i = 0; i < 40; ++i)
        receipt.warnings << u"Warning %1 says something that takes a while to read."_s.arg(i);
    ReceiptView view;
    view.setReceipt(std::make_shared<const Receipt>(receipt),
                    {QString(3000, u'x'), 1, u"java "_s.repeated(60), {}});
    view.resize(600, 400);
    view.show();
    test::saveScreenshot(view, u"receipt-view-long"_s);
    QVERIFY(view.width() <= 1024);
    QVERIFY(view.height() <= 700);
    QVERIFY(view.findChild<QTableView *>(u"referencesTable"_s)->height() >= 60);
}

void TestReceiptView::tellsAPlainRename()
{
    Receipt receipt;
    receipt.kind = u"rename"_s;
    receipt.references = {{u"uses"_s, u"tag"_s, 0, 0, 0}};
    QVERIFY(isPlainRename(receipt));
    Receipt moves = receipt;
    moves.references[0].moved = 1;
    QVERIFY(!isPlainRename(moves));
    Receipt warns = receipt;
    warns.warnings = {u"shared"_s};
    QVERIFY(!isPlainRename(warns));
    Receipt redirects = receipt;
    redirects.redirects = {{u"a"_s, u"b"_s}};
    QVERIFY(!isPlainRename(redirects));
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestReceiptView)
#include "TestReceiptView.moc"
