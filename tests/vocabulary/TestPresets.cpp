// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/Presets.h"

#include "core/VocabularyMappingJson.h"
#include "support/ErrorOf.h"
#include "vocabulary/PresetBlanks.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestPresets : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsBuiltInAndSound();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void fillsBlanks();
    void nullIsAValueOfConditionsOnly();
};

void TestPresets::everyFileIsBuiltInAndSound()
{
    const QStringList files =
        QDir(QStringLiteral(TAGSMITH_SOURCE_DIR "/resources/presets")).entryList({u"*.json"_s});
    QVERIFY(files.size() >= 12);
    QStringList builtIn;
    for (const Preset &preset : presets()) {
        builtIn << preset.name + u".json"_s;
        QVERIFY(!preset.vocabularies.empty());
        for (QJsonObject vocabulary : preset.vocabularies) {
            vocabulary.remove(u"for"_s);
            const PresetBlanks blanks{u"p_"_s, u"value"_s, u"en"_s};
            const auto mapping = vocabularyMappingFromJson(blanks.filled(vocabulary));
            QVERIFY2(mapping.ok(), mapping ? "" : qPrintable(mapping.error().message));
        }
    }
    builtIn.sort();
    QCOMPARE(builtIn, files); // a file that is not in presets.qrc is missed here
}

void TestPresets::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("part");
    QTest::newRow("no JSON") << QByteArray("{\"preset\":") << u"faulty JSON"_s;
    QTest::newRow("unknown") << QByteArray(R"({"preset":"x","recognise":{"t":["a"]},"ech":{}})")
                             << u"\"ech\""_s;
    QTest::newRow("nothing") << QByteArray(R"({"preset":"x","recognise":{}})")
                             << u"\"recognise\""_s;
    QTest::newRow("columns") << QByteArray(R"({"preset":"x","recognise":{"t":"a"}})") << u"\"t\""_s;
    QTest::newRow("driver") << QByteArray(R"({"preset":"x","driver":"pg","recognise":{"t":[]}})")
                            << u"\"driver\""_s;
    QTest::newRow("each") << QByteArray(
                                 R"({"preset":"x","recognise":{"t":[]},"each":{"table":"t"}})")
                          << u"\"each.column\""_s;
}

void TestPresets::namesWhatIsWrong()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, part);
    const auto error = errorOf([&json] { presetFromJson(json); });
    COMPARE_KIND(error, ErrorKind::Usage);
    QVERIFY2(error->message.contains(part), qPrintable(error->message));
}

void TestPresets::fillsBlanks()
{
    const PresetBlanks blanks{u"{value}_"_s, u"a{prefix}b"_s, u"de"_s};
    // A value that looks like a blank is taken as it is.
    QCOMPARE(blanks.filled(u"{prefix}x{value}"_s), u"{value}_xa{prefix}b"_s);
    QCOMPARE(blanks.filled(u"{locale}{other}"_s), u"de{other}"_s);
    const QJsonObject json{{u"list"_s, QJsonArray{u"{prefix}t"_s}}, {u"{prefix}k"_s, 1}};
    QCOMPARE(blanks.filled(json),
             (QJsonObject{{u"list"_s, QJsonArray{u"{value}_t"_s}}, {u"{value}_k"_s, 1}}));
}

void TestPresets::nullIsAValueOfConditionsOnly()
{
    const PresetBlanks blanks{{}, {}, {}};
    const QJsonObject condition{{u"type"_s, u"{value}"_s}};
    const QJsonObject json{{u"name"_s, u"{value}"_s},
                           {u"scope"_s, condition},
                           {u"tableWhere"_s, QJsonObject{{u"n"_s, u"of {value}"_s}}}};
    const QJsonObject filled = blanks.filled(json);
    QCOMPARE(filled.value("name"_L1), QJsonValue(QString()));
    QVERIFY(filled.value("scope"_L1)["type"_L1].isNull());
    QCOMPARE(filled.value("tableWhere"_L1)["n"_L1], QJsonValue(u"of "_s));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestPresets)
#include "TestPresets.moc"
