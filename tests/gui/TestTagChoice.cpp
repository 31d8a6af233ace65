// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "DialogTestCase.h"

#include "gui/TagChoice.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** Choosing a tag among proposed ones, or by its name. */
class TestTagChoice : public DialogTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void proposesAFew();
    void tellsTagsOfOneNameApart();
    void leavesOutTheExcluded();
    void forgetsWhileTyping();
    void looksUpTheLatestTextAlone();
    void findsOneOfManyTags();

private:
    static SnapshotPtr snapshot(const std::vector<ChosenTag> &tags);
    QStringList offered() const;
    void type(const QString &text);

    std::unique_ptr<TagChoice> m_choice;
};

void TestTagChoice::init()
{
    setUp();
    m_choice = std::make_unique<TagChoice>();
    m_choice->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_choice.get()));
}

void TestTagChoice::cleanup()
{
    m_choice.reset();
    tearDown();
}

SnapshotPtr TestTagChoice::snapshot(const std::vector<ChosenTag> &tags)
{
    Column key;
    key.name = u"id"_s;
    Column name;
    name.name = u"name"_s;
    SnapshotBuilder builder({key, name}, 1, 0);
    for (const ChosenTag &tag : tags) {
        builder.append(tag.key);
        builder.append(tag.name);
    }
    return builder.finish();
}

QStringList TestTagChoice::offered() const
{
    const QAbstractItemModel *model = m_choice->lineEdit()->completer()->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, 0).data().toString();
    return texts;
}

void TestTagChoice::type(const QString &text)
{
    m_choice->lineEdit()->selectAll();
    QTest::keyClicks(m_choice->lineEdit(), text);
}

void TestTagChoice::proposesAFew()
{
    const ChosenTags proposed{{u"7"_s, u"Qt"_s}, {u"9"_s, u"Java"_s}};
    m_choice->setTags(repository(), snapshot(proposed), proposed);
    QCOMPARE(m_choice->count(), 2);
    QVERIFY(!m_choice->choice());
    QVERIFY(!m_choice->problem().isEmpty());
    QSignalSpy changed(m_choice.get(), &TagChoice::choiceChanged);
    QTest::keyClick(m_choice.get(), Qt::Key_Down);
    QTRY_VERIFY(m_choice->choice());
    QCOMPARE(m_choice->choice()->key, u"7"_s);
    QVERIFY(!changed.isEmpty());
    QVERIFY(m_choice->problem().isEmpty());
}

void TestTagChoice::tellsTagsOfOneNameApart()
{
    m_choice->setTags(repository(), snapshot({{u"1"_s, u"java"_s}, {u"2"_s, u"java"_s}}), {});
    type(u"java"_s);
    QTRY_VERIFY2(m_choice->problem().contains(u"Several"_s), qPrintable(m_choice->problem()));
    QVERIFY(!m_choice->choice());
    QCOMPARE(offered(), (QStringList{u"java (1)"_s, u"java (2)"_s}));
    QAbstractItemView *popup = m_choice->lineEdit()->completer()->popup();
    popup->setCurrentIndex(popup->model()->index(1, 0));
    QTest::keyClick(popup, Qt::Key_Return);
    QTRY_VERIFY(m_choice->choice());
    QCOMPARE(m_choice->choice()->key, u"2"_s);
    QCOMPARE(m_choice->currentText(), u"java (2)"_s); // which shows which one is meant
}

void TestTagChoice::leavesOutTheExcluded()
{
    m_choice->setTags(repository(), snapshot({{u"1"_s, u"java"_s}, {u"2"_s, u"Java 8"_s}}), {},
                      {u"1"_s});
    type(u"java"_s);
    QTRY_COMPARE(offered(), QStringList{u"Java 8"_s});
    QVERIFY(!m_choice->choice());
}

void TestTagChoice::forgetsWhileTyping()
{
    const ChosenTags tags{{u"1"_s, u"java"_s}, {u"2"_s, u"java2"_s}};
    m_choice->setTags(repository(), snapshot(tags), tags);
    m_choice->choose(tags[0]);
    QVERIFY(m_choice->choice());
    m_choice->lineEdit()->end(false);
    QTest::keyClicks(m_choice->lineEdit(), u"2"_s);
    QVERIFY(!m_choice->choice()); // at once, not after the pause
    QTRY_VERIFY(m_choice->choice());
    QCOMPARE(m_choice->choice()->key, u"2"_s);
    m_choice->lineEdit()->selectAll();
    QTest::keyClick(m_choice->lineEdit(), Qt::Key_Delete);
    QVERIFY(!m_choice->choice());
    QTRY_VERIFY(!m_choice->problem().isEmpty());
}

void TestTagChoice::looksUpTheLatestTextAlone()
{
    const ChosenTags tags{{u"1"_s, u"a"_s}, {u"2"_s, u"ab"_s}};
    m_choice->setTags(repository(), snapshot(tags), {});
    type(u"a"_s);
    type(u"ab"_s);
    QTRY_VERIFY(m_choice->choice());
    QCOMPARE(m_choice->choice()->key, u"2"_s);
    QTRY_COMPARE(repository().runningOperations(), 0);
    QCOMPARE(m_choice->choice()->key, u"2"_s);
}

void TestTagChoice::findsOneOfManyTags()
{
    std::vector<ChosenTag> tags;
    constexpr int count = 200'000;
    tags.reserve(count);
    for (int i = 0; i < count; ++i)
        tags.push_back({QString::number(i), u"tag %1"_s.arg(i)});
    m_choice->setTags(repository(), snapshot(tags), {});
    type(u"tag 199999"_s);
    QTRY_VERIFY(m_choice->choice());
    QCOMPARE(m_choice->choice()->key, u"199999"_s);
    type(u"tag"_s);
    QTRY_COMPARE(offered().size(), 50);
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestTagChoice)
#include "TestTagChoice.moc"
