// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace tagsmith
{

/** The medians of a measurement and of its peer, in seconds, and what the ratio has to be. */
struct Comparison
{
    QString what;
    QString peer;
    double ours = 0;
    double theirs = 0;
    QString budget; ///< in words, for example "at most 3.0"
    double ratio = 0;
    bool isKept = false;
};

/** The seconds that @p work takes, by the wall clock. */
double secondsOf(const std::function<void()> &work);

/** The medians of @p rounds runs of both in turn, so that a machine that drifts hits both. */
void measureInTurn(int rounds, const std::function<double()> &ours,
                   const std::function<double()> &theirs, Comparison &comparison);

/** Prints one line of the table. */
void print(const Comparison &comparison);

/** Runs a program to its end; ends the benchmark with its message when it fails. */
void runProgram(const QString &program, const QStringList &arguments);

} // namespace tagsmith
