// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlInit.h"

#include "database/MysqlLibrary.h"

#include <mysql.h>

#include <utility>

namespace tagsmith
{

namespace
{

struct Demand
{
    bool active = false;
    bool enforceTls = false;
    bool verifyCertificate = false;
    bool kept = false;
    std::function<void(MYSQL *)> connected = {};
};

thread_local Demand demand;

using InitFunction = MYSQL *(*)(MYSQL *);
using OptionsFunction = int (*)(MYSQL *, enum mysql_option, const void *);
using CharacterSetFunction = int (*)(MYSQL *, const char *);

bool applyDemand(MYSQL *handle)
{
    const auto setOption = mysqlFunction<OptionsFunction>("mysql_options");
    if (!setOption)
        return false;

    // A server may otherwise ask this client for any local file.
    const unsigned int noLocalInfile = 0;
    bool kept = setOption(handle, MYSQL_OPT_LOCAL_INFILE, &noLocalInfile) == 0;
    const my_bool yes = 1;
    if (demand.enforceTls)
        kept = setOption(handle, MYSQL_OPT_SSL_ENFORCE, &yes) == 0 && kept;
    if (demand.verifyCertificate)
        kept = setOption(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes) == 0 && kept;
    return kept;
}

} // namespace

MysqlInitDemand::MysqlInitDemand(bool enforceTls, bool verifyCertificate,
                                 std::function<void(st_mysql *)> connected)
{
    demand = Demand{true, enforceTls, verifyCertificate, false, std::move(connected)};
}

MysqlInitDemand::~MysqlInitDemand()
{
    demand = Demand{};
}

bool MysqlInitDemand::wasKept() const
{
    return demand.kept;
}

} // namespace tagsmith

/**
 * Stands before the client library's function of this name, because the dynamic linker looks into
 * the executable first (ENABLE_EXPORTS). Without a demand it does just what the library does. A Qt
 * that knows the option texts does not need it.
 */
extern "C" __attribute__((visibility("default"))) MYSQL *STDCALL mysql_init(MYSQL *mysql)
{
    static const auto original = tagsmith::mysqlFunction<tagsmith::InitFunction>("mysql_init");
    if (!original)
        return nullptr;
    MYSQL *handle = original(mysql);
    if (handle && tagsmith::demand.active)
        tagsmith::demand.kept = tagsmith::applyDemand(handle);
    return handle;
}

/**
 * The same for the first question that QMYSQL asks on a new link: from here on no timeout of the
 * client library ends the wait for an answer.
 */
extern "C" __attribute__((visibility("default"))) int STDCALL
mysql_set_character_set(MYSQL *mysql, const char *name)
{
    static const auto original =
        tagsmith::mysqlFunction<tagsmith::CharacterSetFunction>("mysql_set_character_set");
    if (!original)
        return 1;
    if (tagsmith::demand.connected)
        tagsmith::demand.connected(mysql);
    return original(mysql, name);
}
