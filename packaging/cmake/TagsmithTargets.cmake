# What every target of Tagsmith is built with, and how a layer is declared.

# Off only for packaging/run.sh: a newer compiler's new warning keeps no user from the program.
option(TAGSMITH_WERROR "Treat warnings as errors" ON)

add_library(tagsmith_options INTERFACE)
target_compile_options(tagsmith_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(TAGSMITH_WERROR)
    target_compile_options(tagsmith_options INTERFACE -Werror)
endif()
target_compile_definitions(tagsmith_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_STRICT_ITERATORS
    TAGSMITH_VERSION="${PROJECT_VERSION}")
target_include_directories(tagsmith_options INTERFACE "${PROJECT_SOURCE_DIR}/src")

if(TAGSMITH_SANITIZE)
    target_compile_options(tagsmith_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(tagsmith_options INTERFACE -fsanitize=address,undefined)
endif()

if(TAGSMITH_FUZZ)
    target_compile_options(tagsmith_options INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    target_link_options(tagsmith_options INTERFACE -fsanitize=address,undefined)
endif()

# tagsmith_layer(NAME LIBRARY...): the library of src/NAME, with every source file in that folder.
function(tagsmith_layer name)
    file(GLOB sources CONFIGURE_DEPENDS
        "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp" "${PROJECT_SOURCE_DIR}/src/${name}/*.h")
    if(NOT sources MATCHES "cpp")
        add_library(tagsmith_${name} INTERFACE)
        target_link_libraries(tagsmith_${name} INTERFACE tagsmith_options ${ARGN})
        return()
    endif()
    add_library(tagsmith_${name} STATIC ${sources})
    target_link_libraries(tagsmith_${name} PUBLIC tagsmith_options ${ARGN})
endfunction()
