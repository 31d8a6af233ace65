// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CollectAftercare.h"

namespace tagsmith
{

std::vector<AftercareStep> collectAftercare(const Vocabulary &vocabulary, const QString &kind)
{
    std::vector<AftercareStep> steps;
    for (const Aftercare &care : vocabulary.aftercare) {
        if (care.operations.isEmpty() || care.operations.contains(kind))
            steps.push_back({care.text, care.command});
    }
    return steps;
}

} // namespace tagsmith
