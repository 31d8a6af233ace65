// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "PeakMemory.h"

#include <QFile>

#include <sys/resource.h>
#include <sys/wait.h>

#include <spawn.h>
#include <unistd.h>

#include <vector>

namespace tagsmith
{

qint64 peakMemoryOf(const QString &program, const QStringList &arguments)
{
    std::vector<QByteArray> texts{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        texts.push_back(argument.toUtf8());
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);

    pid_t process = 0;
    int status = 0;
    rusage usage = {};
    if (posix_spawn(&process, pointers.front(), nullptr, nullptr, pointers.data(), environ) != 0 ||
        wait4(process, &status, 0, &usage) != process || status != 0)
        qFatal("%s failed", qPrintable(program));
    return usage.ru_maxrss;
}

} // namespace tagsmith
