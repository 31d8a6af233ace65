// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** What Ruby on Rails calls things, by its usual conventions. Pure. */
namespace rails
{

/** The tables that the class @p name ("Blog::Article") may have, the likeliest first. */
QStringList tablesOf(const QString &name);
/** The singular forms that the English plural @p word may have, the likeliest first. */
QStringList singularsOf(const QString &word);

} // namespace rails

} // namespace tagsmith
