# verzuim_nlohmann: the header-only JSON library of the system, for core/json only.
#
# The cross compiler must not see the host's whole /usr/include, so both builds link that one folder into the build
# tree and look there; nothing is copied, and what native finds is what wasm finds.
find_path(VERZUIM_NLOHMANN_DIR nlohmann/json.hpp PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH
          DOC "The folder that holds nlohmann/json.hpp (Debian: nlohmann-json3-dev)")
if(NOT VERZUIM_NLOHMANN_DIR)
  message(FATAL_ERROR "nlohmann/json.hpp not found: install nlohmann-json3-dev or set VERZUIM_NLOHMANN_DIR")
endif()

set(_verzuim_nlohmann "${PROJECT_BINARY_DIR}/third_party/nlohmann")
file(MAKE_DIRECTORY "${_verzuim_nlohmann}")
file(REMOVE "${_verzuim_nlohmann}/nlohmann")
file(CREATE_LINK "${VERZUIM_NLOHMANN_DIR}/nlohmann" "${_verzuim_nlohmann}/nlohmann" SYMBOLIC)

add_library(verzuim_nlohmann INTERFACE)
target_include_directories(verzuim_nlohmann SYSTEM INTERFACE "$<BUILD_INTERFACE:${_verzuim_nlohmann}>")
# A parse error is a value (is_discarded), never a throw.
target_compile_definitions(verzuim_nlohmann INTERFACE JSON_NOEXCEPTION)
