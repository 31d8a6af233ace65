// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <dlfcn.h>

namespace tagsmith
{

/** The client library's own function called @p name; null where the library is not loaded. */
template <class Function>
Function mysqlFunction(const char *name)
{
    // RTLD_NEXT finds nothing for a dependency of a plugin; the plugin has loaded the library.
    void *library = dlopen("libmariadb.so.3", RTLD_LAZY | RTLD_NOLOAD);
    if (!library)
        return nullptr;
    void *symbol = dlsym(library, name);
    dlclose(library); // RTLD_NOLOAD has raised the count; the plugin keeps its own
    return reinterpret_cast<Function>(symbol);
}

} // namespace tagsmith
