// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/PresetSteps.h"

#include "vocabulary/ActsAsTaggableOnSteps.h"
#include "vocabulary/CalibreSteps.h"
#include "vocabulary/DigikamSteps.h"
#include "vocabulary/DrupalSteps.h"
#include "vocabulary/FlarumSteps.h"
#include "vocabulary/MediaWikiSteps.h"
#include "vocabulary/NextcloudSteps.h"
#include "vocabulary/SpatieSteps.h"
#include "vocabulary/WordPressSteps.h"

#include <QHash>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Each application's steps, by the name of its preset; one line each. */
QHash<QString, const PresetSteps *> allSteps()
{
    static const ActsAsTaggableOnSteps actsAsTaggableOn;
    static const CalibreSteps calibre;
    static const DigikamSteps digikam;
    static const DrupalSteps drupal;
    static const FlarumSteps flarum;
    static const MediaWikiSteps mediaWiki;
    static const NextcloudSteps nextcloud;
    static const SpatieSteps spatie;
    static const WordPressSteps wordPress;
    QHash<QString, const PresetSteps *> steps;
    steps.insert(u"acts-as-taggable-on"_s, &actsAsTaggableOn);
    steps.insert(u"calibre"_s, &calibre);
    steps.insert(u"digikam-mysql"_s, &digikam);
    steps.insert(u"digikam-mysql-nested"_s, &digikam);
    steps.insert(u"digikam-sqlite"_s, &digikam);
    steps.insert(u"drupal"_s, &drupal);
    steps.insert(u"flarum"_s, &flarum);
    steps.insert(u"mediawiki"_s, &mediaWiki);
    steps.insert(u"nextcloud"_s, &nextcloud);
    steps.insert(u"spatie-laravel-tags"_s, &spatie);
    steps.insert(u"wordpress"_s, &wordPress);
    return steps;
}

} // namespace

const PresetSteps &presetSteps(const QString &preset)
{
    static const PresetSteps nothing;
    static const QHash<QString, const PresetSteps *> steps = allSteps();
    return *steps.value(preset, &nothing);
}

} // namespace tagsmith
