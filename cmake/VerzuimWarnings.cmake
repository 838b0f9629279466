# Warnings and sanitizers, linked privately by our own targets only.
add_library(verzuim_warnings INTERFACE)
target_compile_options(verzuim_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor)
# g++ 12 warns about its own std::string at -O3 (GCC bug 105329); later versions do not.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(verzuim_warnings INTERFACE -Wno-restrict)
endif()
if(VERZUIM_WERROR)
  target_compile_options(verzuim_warnings INTERFACE -Werror)
endif()

add_library(verzuim_sanitize INTERFACE)
if(VERZUIM_SANITIZE)
  target_compile_options(verzuim_sanitize INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(verzuim_sanitize INTERFACE -fsanitize=address,undefined)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # Lets the fuzz targets see which code an input reaches.
    target_compile_options(verzuim_sanitize INTERFACE -fsanitize=fuzzer-no-link)
  endif()
endif()
