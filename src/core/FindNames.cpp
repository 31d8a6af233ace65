// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/FindNames.h"

#include "core/TextFold.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tagsmith
{

namespace
{

constexpr int rowsBetweenChecks = 4096;

std::optional<NameLikeness> likeness(std::string_view name, const std::string &foldedName,
                                     std::string_view text, const std::string &foldedText)
{
    if (name == text)
        return NameLikeness::Same;
    const size_t place = foldedText.empty() ? std::string::npos : foldedName.find(foldedText);
    if (place == std::string::npos)
        return std::nullopt;
    if (foldedName.size() == foldedText.size())
        return NameLikeness::Folded;
    return place == 0 ? NameLikeness::Begins : NameLikeness::Holds;
}

} // namespace

std::vector<NameMatch> findNames(const Snapshot &snapshot, const QString &text, size_t limit,
                                 const CancelToken &token)
{
    const std::string wanted = text.toStdString();
    TextFold fold;
    const std::string foldedWanted = fold.fold(wanted);
    if (wanted.empty())
        return {};

    std::array<std::vector<NameMatch>, 4> found; // by likeness
    std::string folded;
    for (int row = 0; row < snapshot.rowCount(); ++row) {
        if (row % rowsBetweenChecks == 0)
            token.throwIfCancelled();
        const std::string_view name = snapshot.utf8(row, snapshot.nameColumn());
        fold.fold(name, folded);
        if (const auto like = likeness(name, folded, wanted, foldedWanted)) {
            std::vector<NameMatch> &alike = found[static_cast<size_t>(*like)];
            if (alike.size() < limit)
                alike.push_back({static_cast<std::uint32_t>(row), *like});
        }
    }

    std::vector<NameMatch> matches;
    for (const std::vector<NameMatch> &alike : found) {
        for (const NameMatch &match : alike) {
            if (matches.size() < limit)
                matches.push_back(match);
        }
    }
    return matches;
}

} // namespace tagsmith
