// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Slug.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestSlug : public QObject
{
    Q_OBJECT

private slots:
    void writesNamesAsAddresses_data();
    void writesNamesAsAddresses();
};

void TestSlug::writesNamesAsAddresses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("slug");
    QTest::newRow("a word") << u"Python"_s << u"python"_s;
    QTest::newRow("several words") << u"  Machine   Learning "_s << u"machine-learning"_s;
    QTest::newRow("signs between words") << u"R&D / QA"_s << u"r-d-qa"_s;
    QTest::newRow("an apostrophe") << u"Don't panic"_s << u"dont-panic"_s;
    QTest::newRow("accents") << u"Crème Brûlée"_s << u"creme-brulee"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
    QTest::newRow("Greek") << u"Αθήνα"_s << u"athena"_s;
    QTest::newRow("Cyrillic") << u"Москва"_s << u"moskva"_s;
    QTest::newRow("underscore") << u"snake_case"_s << u"snake_case"_s;
    QTest::newRow("digits") << u"C++ 20"_s << u"c-20"_s;
    QTest::newRow("nothing left") << u"!!!"_s << u"tag"_s;
    QTest::newRow("empty") << u""_s << u"tag"_s;
}

void TestSlug::writesNamesAsAddresses()
{
    QFETCH(const QString, name);
    QTEST(slugOf(name), "slug");
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestSlug)
#include "TestSlug.moc"
