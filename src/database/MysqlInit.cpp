// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlInit.h"

#include <dlfcn.h>
#include <mysql.h>

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
};

thread_local Demand demand;

using InitFunction = MYSQL *(*)(MYSQL *);
using OptionsFunction = int (*)(MYSQL *, enum mysql_option, const void *);

/** The client library's own function called @p name; null where the library is not loaded. */
template <class Function>
Function libraryFunction(const char *name)
{
    // RTLD_NEXT finds nothing for a dependency of a plugin; the plugin has loaded the library.
    void *library = dlopen("libmariadb.so.3", RTLD_LAZY | RTLD_NOLOAD);
    if (!library)
        return nullptr;
    void *symbol = dlsym(library, name);
    dlclose(library); // RTLD_NOLOAD has raised the count; the plugin keeps its own
    return reinterpret_cast<Function>(symbol);
}

bool applyDemand(MYSQL *handle)
{
    const auto setOption = libraryFunction<OptionsFunction>("mysql_options");
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

MysqlInitDemand::MysqlInitDemand(bool enforceTls, bool verifyCertificate)
{
    demand = Demand{true, enforceTls, verifyCertificate, false};
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
    static const auto original = tagsmith::libraryFunction<tagsmith::InitFunction>("mysql_init");
    if (!original)
        return nullptr;
    MYSQL *handle = original(mysql);
    if (handle && tagsmith::demand.active)
        tagsmith::demand.kept = tagsmith::applyDemand(handle);
    return handle;
}
