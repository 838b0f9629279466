# Everything that differs between the native and the WebAssembly build, and between Emscripten versions.
if(NOT EMSCRIPTEN)
  return()
endif()
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.6)
  message(FATAL_ERROR "verzuimkit needs Emscripten 3.1.6 or later; this is ${EMSCRIPTEN_VERSION}")
endif()

# Debian's toolchain file starts node with a flag that current Node refuses.
set(CMAKE_CROSSCOMPILING_EMULATOR "${NODE_JS_EXECUTABLE}" CACHE FILEPATH "" FORCE)

# verzuim_link_module(<target>): the flags of the shipped module. The loader (web/src) always hands over the bytes,
# so the glue needs no import.meta: bundlers find no second .wasm in it, and it can become a classic worker script.
function(verzuim_link_module target)
  set_target_properties(${target} PROPERTIES SUFFIX ".mjs")
  target_link_options(${target} PRIVATE
    -lembind -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0 -sENVIRONMENT=web,worker -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1048576 -sASSERTIONS=0 -sTEXTDECODER=2
    -sINCOMING_MODULE_JS_API=instantiateWasm,locateFile,wasmBinary,print,printErr,onAbort)
endfunction()

# verzuim_link_wasm_test(<target>): one file that node runs, with the real file system.
function(verzuim_link_wasm_test target)
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=node -sSINGLE_FILE=1 -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=5242880
    -fexceptions)
  target_compile_options(${target} PRIVATE -fexceptions)
endfunction()
