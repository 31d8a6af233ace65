// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

// test_server start FOLDER | stop FOLDER: the MariaDB server that the test programs share.

#include "support/TestServer.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString command = arguments.value(1);
    if (arguments.size() != 3 || (command != "start"_L1 && command != "stop"_L1)) {
        std::fputs("usage: test_server start FOLDER | stop FOLDER\n", stderr);
        return 2;
    }
    if (command == "stop"_L1) {
        tagsmith::TestServer::stopDetached(arguments.at(2));
        return 0;
    }
    tagsmith::TestServer server(arguments.at(2));
    if (server.startDetached())
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(server.error()));
    tagsmith::TestServer::stopDetached(arguments.at(2));
    return 1;
}
