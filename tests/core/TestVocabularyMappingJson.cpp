// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/VocabularyMappingJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

namespace
{

/** A mapping in which nothing has its default value. */
VocabularyMapping fullMapping()
{
    VocabularyMapping mapping;
    mapping.name = u"Topics"_s;
    mapping.preset = u"wordpress"_s;
    mapping.application = u"WordPress"_s;
    mapping.table = u"term_taxonomy"_s;
    mapping.keyName = u"term_taxonomy_id"_s;
    mapping.nameName = u"name"_s;
    mapping.nameLocale = u"de"_s;
    mapping.nameTable = NameTable{u"terms"_s, u"term_id"_s, u"term"_s};
    mapping.scope = {{u"kind"_s, u"3"_s}, {u"taxonomy"_s, std::nullopt}};
    mapping.nameCompanions = {u"visibility"_s, u"editable"_s};
    mapping.slugColumn = u"slug"_s;
    Reference reference;
    reference.table = u"links"_s;
    reference.column = u"term_id"_s;
    reference.role = ReferenceRole::Property;
    reference.target = u"term"_s;
    reference.objects = {{{u"object"_s, u"kind"_s}, true}, {{u"log"_s}, false}};
    reference.scope = {{u"kind"_s, u"post"_s}};
    reference.objectTables = {
        {u"posts"_s, u"id"_s, u"object"_s, u"title"_s, {{u"kind"_s, u"post"_s}}}};
    mapping.references = {reference};
    mapping.counters = {{u"count"_s,
                         u"links"_s,
                         u"term_id"_s,
                         u"posts"_s,
                         u"id"_s,
                         u"object"_s,
                         {{u"post_parent"_s, std::nullopt}, {u"post_status"_s, u"publish"_s}}}};
    mapping.hierarchy = Hierarchy{u"parent"_s, u"term"_s, u"0"_s, u"tree"_s, u"child"_s};
    mapping.protections = {{u"is the default"_s,
                            {u"merge"_s, u"delete"_s},
                            {{u"term"_s, u"1"_s}},
                            u"options"_s,
                            u"value"_s,
                            u"term"_s,
                            {{u"name"_s, u"default"_s}},
                            true}};
    mapping.aftercare = {{u"Empty the cache."_s, u"wp cache flush"_s, {u"rename"_s}}};
    mapping.noAdding = u"New ones are made in WordPress."_s;
    return mapping;
}

VocabularyMapping plainMapping()
{
    VocabularyMapping mapping;
    mapping.name = u"tags"_s;
    mapping.table = u"tags"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    return mapping;
}

Result<VocabularyMapping> fromText(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        qFatal("The test's own JSON is faulty: %s", qPrintable(problem.errorString()));
    return vocabularyMappingFromJson(document.object());
}

} // namespace

class TestVocabularyMappingJson : public QObject
{
    Q_OBJECT

private slots:
    void comesBackWhole();
    void leavesDefaultsOut();
    void isWrittenAsPresetsAre();
    void takesNumbersAndNull();
    void keepsWhatTheSchemaSaysOut();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
};

void TestVocabularyMappingJson::comesBackWhole()
{
    // Through text, as a profile keeps it.
    const QByteArray text = QJsonDocument(toJson(fullMapping())).toJson();
    const auto read = fromText(text);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == fullMapping());

    const auto plain = vocabularyMappingFromJson(toJson(plainMapping()));
    QVERIFY(plain.ok());
    QVERIFY(*plain == plainMapping());
}

void TestVocabularyMappingJson::leavesDefaultsOut()
{
    QCOMPARE(QJsonDocument(toJson(plainMapping())).toJson(QJsonDocument::Compact),
             QByteArray(R"({"key":"id","name":"tags","nameColumn":"name","table":"tags"})"));
}

void TestVocabularyMappingJson::isWrittenAsPresetsAre()
{
    const QJsonObject json = toJson(fullMapping());
    QCOMPARE(json.value("scope"_L1),
             QJsonValue(QJsonObject{{u"kind"_s, u"3"_s}, {u"taxonomy"_s, QJsonValue()}}));
    const QJsonObject reference = json.value("references"_L1)[0].toObject();
    QCOMPARE(reference.value("role"_L1).toString(), u"property"_s);
    QCOMPARE(
        reference.value("objects"_L1)[1],
        QJsonValue(QJsonObject{{u"columns"_s, QJsonArray{u"log"_s}}, {u"nullsAreEqual"_s, false}}));
}

void TestVocabularyMappingJson::takesNumbersAndNull()
{
    const auto read = fromText(R"({"name":"t","table":"t","key":"id","nameColumn":"n",
        "scope":{"a":7,"b":"7","c":null},"hierarchy":{"column":"pid","root":0}})");
    QVERIFY(read.ok());
    QCOMPARE(read->scope.size(), size_t(3));
    QCOMPARE(read->scope[0].value, Cell(u"7"_s));
    QCOMPARE(read->scope[1].value, Cell(u"7"_s));
    QCOMPARE(read->scope[2].value, Cell());
    QCOMPARE(read->hierarchy->root, Cell(u"0"_s));
}

void TestVocabularyMappingJson::keepsWhatTheSchemaSaysOut()
{
    VocabularyMapping mapping = plainMapping();
    Reference reference;
    reference.table = u"item"_s;
    reference.column = u"tag_id"_s;
    mapping.references = {reference};
    const QJsonObject bare = toJson(mapping);
    mapping.references[0].nullable = true;
    mapping.references[0].declared = true;
    mapping.references[0].onDelete = ReferenceRule::Cascade;
    mapping.references[0].onUpdate = ReferenceRule::SetNull;
    QCOMPARE(toJson(mapping), bare);
}

void TestVocabularyMappingJson::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *members, const QString &sentence) {
        QTest::newRow(name) << QByteArray(members) << sentence;
    };
    row("unknown", R"("tabel":"x")", u"The member \"tabel\" of the mapping is not known."_s);
    row("unknown deep below", R"("references":[{"table":"a","column":"b"},
        {"table":"a","column":"c","objects":[{"colums":[]}]}])",
        u"The member \"references[1].objects[0].colums\" of the mapping is not known."_s);
    row("from the schema", R"("references":[{"table":"a","column":"b","nullable":true}])",
        u"The member \"references[0].nullable\" of the mapping is not known."_s);
    row("missing", R"("counters":[{"column":"n","referenceTable":"t"}])",
        u"The member \"counters[0].referenceColumn\" of the mapping is missing."_s);
    row("number for text", R"("slugColumn":3)",
        u"The member \"slugColumn\" of the mapping must be text."_s);
    row("text for list", R"("nameCompanions":"pid")",
        u"The member \"nameCompanions\" of the mapping must be a list."_s);
    row("number in list", R"("nameCompanions":["pid",1])",
        u"The member \"nameCompanions\" of the mapping must be a list of texts."_s);
    row("text for objects", R"("references":["a.b"])",
        u"The member \"references\" of the mapping must be a list of objects."_s);
    row("list for object", R"("hierarchy":[])",
        u"The member \"hierarchy\" of the mapping must be an object."_s);
    row("text for truth", R"("protections":[{"reason":"x","withDescendants":"yes"}])",
        u"The member \"protections[0].withDescendants\" of the mapping must be true or false."_s);
    row("list for value", R"("scope":{"type":[1]})",
        u"The member \"scope.type\" of the mapping must be text, a whole number or null."_s);
    row("fraction for value", R"("scope":{"type":1.5})",
        u"The member \"scope.type\" of the mapping must be text, a whole number or null."_s);
    row("list for values", R"("scope":[])",
        u"The member \"scope\" of the mapping must be an object of columns and their values."_s);
    row("role", R"("references":[{"table":"a","column":"b","role":"uses"}])",
        u"The member \"references[0].role\" of the mapping must be \"tagging\" or \"property\"."_s);
    row("empty", R"("nameTable":{"table":"","key":"a","tagColumn":"b"})",
        u"The member \"nameTable.table\" of the mapping must not be empty."_s);
}

void TestVocabularyMappingJson::namesWhatIsWrong()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QString, sentence);
    const auto read =
        fromText(R"({"name":"t","table":"t","key":"id","nameColumn":"n",)" + members + '}');
    QVERIFY(!read.ok());
    QCOMPARE(read.error().message, sentence);
    QCOMPARE(read.error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(TestVocabularyMappingJson)
#include "TestVocabularyMappingJson.moc"
