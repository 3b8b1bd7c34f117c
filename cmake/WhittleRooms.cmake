# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of Whittle is built with, and how a room (one folder, one static library) is declared.

add_library(whittle_options INTERFACE)
target_include_directories(whittle_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(whittle_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local
    $<$<BOOL:${WHITTLE_WERROR}>:-Werror>)
target_compile_definitions(whittle_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_DISABLE_DEPRECATED_BEFORE=0x060400
    WHITTLE_VERSION="${PROJECT_VERSION}")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # At -O3 GCC 12 takes "text" + std::string for overlapping copies (its bug 105651) and a std::variant for uninitialised.
    target_compile_options(whittle_options INTERFACE $<$<CONFIG:Release>:-Wno-restrict -Wno-maybe-uninitialized>)
endif()
if(WHITTLE_SANITIZE)
    target_compile_options(whittle_options INTERFACE -fsanitize=${WHITTLE_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(whittle_options INTERFACE -fsanitize=${WHITTLE_SANITIZE})
endif()

find_program(MOLD mold)
if(MOLD AND NOT WHITTLE_SANITIZE)
    add_link_options(-fuse-ld=mold)
endif()

# What a case says was concluded by a build is believed by that build alone (models/analysis/buildid.h).
add_link_options(-Wl,--build-id)

# whittle_room(NAME LINKS ...): all sources of the current folder as the static library whittle_NAME.
# QT: the room uses Qt (moc runs over its headers).
function(whittle_room name)
    cmake_parse_arguments(ROOM "QT" "" "LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    add_library(whittle_${name} STATIC ${sources})
    target_link_libraries(whittle_${name} PUBLIC whittle_options ${ROOM_LINKS})
    if(NOT ROOM_QT)
        set_target_properties(whittle_${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
    endif()
endfunction()
