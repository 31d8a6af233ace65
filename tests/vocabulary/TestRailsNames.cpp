// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RailsNames.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestRailsNames : public QObject
{
    Q_OBJECT

private slots:
    void tables_data();
    void tables();
    void singulars_data();
    void singulars();
};

void TestRailsNames::tables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("plain") << u"Article"_s << QStringList{u"articles"_s};
    QTest::newRow("two words") << u"BlogPost"_s << QStringList{u"blog_posts"_s};
    QTest::newRow("in a module") << u"Blog::Article"_s
                                 << QStringList{u"blog_articles"_s, u"articles"_s};
    QTest::newRow("y") << u"Category"_s << QStringList{u"categories"_s};
    QTest::newRow("vowel and y") << u"Survey"_s << QStringList{u"surveys"_s};
    QTest::newRow("box") << u"Box"_s << QStringList{u"boxes"_s};
    QTest::newRow("irregular") << u"SalesPerson"_s << QStringList{u"sales_people"_s};
    QTest::newRow("an abbreviation") << u"HTMLPage"_s << QStringList{u"html_pages"_s};
}

void TestRailsNames::tables()
{
    QFETCH(const QString, name);
    QTEST(rails::tablesOf(name), "expected");
}

void TestRailsNames::singulars_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("tags") << u"tags"_s << u"tag"_s;
    QTest::newRow("categories") << u"categories"_s << u"category"_s;
    QTest::newRow("statuses") << u"statuses"_s << u"status"_s;
    QTest::newRow("people") << u"people"_s << u"person"_s;
    QTest::newRow("a singular") << u"interest"_s << u"interest"_s;
}

void TestRailsNames::singulars()
{
    QFETCH(const QString, word);
    QTEST(rails::singularsOf(word).constFirst(), "expected");
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRailsNames)
#include "TestRailsNames.moc"
