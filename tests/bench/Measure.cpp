// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Measure.h"

#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace tagsmith
{

namespace
{

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

void measureInTurn(int rounds, const std::function<double()> &ours,
                   const std::function<double()> &theirs, Comparison &comparison)
{
    std::vector<double> ourSeconds;
    std::vector<double> theirSeconds;
    for (int round = 0; round < rounds; ++round) {
        theirSeconds.push_back(theirs());
        ourSeconds.push_back(ours());
    }
    comparison.ours = median(ourSeconds);
    comparison.theirs = median(theirSeconds);
}

void print(const Comparison &comparison)
{
    std::printf("%-34s %9.2f ms   %-34s %9.2f ms   %6.2f   %-16s %s\n", qPrintable(comparison.what),
                comparison.ours * 1e3, qPrintable(comparison.peer), comparison.theirs * 1e3,
                comparison.ratio, qPrintable(comparison.budget),
                comparison.isKept ? "kept" : "MISSED");
    std::fflush(stdout);
}

void runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
}

} // namespace tagsmith
