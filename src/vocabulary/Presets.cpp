// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/Presets.h"

#include "core/Error.h"
#include "core/StrictJsonObject.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QResource>

/** In the global namespace, because the macro declares a function there. */
static void initResources()
{
    Q_INIT_RESOURCE(presets);
}

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

std::vector<TablePattern> tablePatterns(const QJsonObject &object)
{
    std::vector<TablePattern> patterns;
    StrictJsonObject reader(object, {});
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        patterns.push_back({it.key(), reader.texts(it.key())});
    return patterns;
}

std::optional<ColumnPattern> columnPattern(std::optional<StrictJsonObject> object)
{
    if (!object)
        return std::nullopt;
    ColumnPattern pattern{object->text(u"table"_s, Presence::Required),
                          object->text(u"column"_s, Presence::Required),
                          object->texts(u"always"_s)};
    object->refuseOthers();
    return pattern;
}

Preset readPreset(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw DatabaseError(ErrorKind::Internal, u"The preset %1 cannot be read."_s.arg(path));
    return presetFromJson(file.readAll());
}

std::vector<Preset> readPresets()
{
    initResources();
    std::vector<Preset> list;
    const QFileInfoList files = QDir(u":/presets"_s).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        list.push_back(readPreset(file.filePath()));
    return list;
}

} // namespace

Preset presetFromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        throw DatabaseError(ErrorKind::Usage, u"This is no preset, but faulty JSON: %1 (byte %2)."_s
                                                  .arg(problem.errorString())
                                                  .arg(problem.offset));
    }
    const QJsonObject object = document.object();
    StrictJsonObject reader(object, {});
    Preset preset;
    preset.name = reader.text(u"preset"_s, Presence::Required);
    preset.application = reader.text(u"application"_s);
    preset.driver = reader.text(u"driver"_s);
    if (!preset.driver.isEmpty() && preset.driver != "sqlite"_L1 && preset.driver != "mysql"_L1)
        reader.fail(u"driver"_s, u"must be \"sqlite\" or \"mysql\""_s);
    reader.object(u"recognise"_s);
    preset.recognise = tablePatterns(object.value("recognise"_L1).toObject());
    if (preset.recognise.empty())
        reader.fail(u"recognise"_s, u"must name a table"_s);
    reader.object(u"absent"_s);
    preset.absent = tablePatterns(object.value("absent"_L1).toObject());
    preset.each = columnPattern(reader.object(u"each"_s));
    preset.locales = columnPattern(reader.object(u"locales"_s));
    reader.objects(u"vocabularies"_s);
    const QJsonArray vocabularies = object.value("vocabularies"_L1).toArray();
    for (const auto &vocabulary : vocabularies)
        preset.vocabularies.push_back(vocabulary.toObject());
    reader.refuseOthers();
    return preset;
}

const std::vector<Preset> &presets()
{
    static const std::vector<Preset> all = readPresets();
    return all;
}

} // namespace tagsmith
