// The module travels in the page as gzip in base64; this makes bytes of it again.

// Newer browsers decode base64 in one call; a loop over atob does the same elsewhere.
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

// Throws when the text is not what the build put there.
export async function moduleBytes(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([fromBase64(text.trim())]);
  const unpacked = packed.stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
