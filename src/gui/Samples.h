// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace tagsmith
{

/** A sample vocabulary that comes with the program. */
struct Sample
{
    QString title;
    QString path; ///< in the resources; a CSV file
};

/** Every sample, by title. */
std::vector<Sample> samples();

} // namespace tagsmith
