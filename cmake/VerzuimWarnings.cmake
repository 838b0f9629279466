# Warnings and sanitizers, linked privately by our own targets only.
add_library(verzuim_warnings INTERFACE)
target_compile_options(verzuim_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor)
if(VERZUIM_WERROR)
  target_compile_options(verzuim_warnings INTERFACE -Werror)
endif()

add_library(verzuim_sanitize INTERFACE)
if(VERZUIM_SANITIZE)
  target_compile_options(verzuim_sanitize INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(verzuim_sanitize INTERFACE -fsanitize=address,undefined)
endif()
