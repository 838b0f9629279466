// What wasm/bindings.cc exports, as Embind shows it. Nothing outside engine.ts touches these objects.
export interface GlueSession {
  setSchool(text: string): string;
  begin(request: string): string;
  input(size: number): Uint8Array;
  push(size: number): boolean;
  pushContainer(size: number): void;
  splits(): boolean;
  fingerprint(size: number): void;
  addPart(size: number): boolean;
  pushAgain(size: number): boolean;
  end(request: string): string;
  abort(): void;
  rowsSoFar(): number;
  inspect(): string;
  bereken(request: string): string;
  berekenBegin(request: string): string;
  berekenStap(): string;
  berekenStop(): void;
  file(naam: string): Uint8Array;
  delete(): void;
}

export interface GluePartReader {
  input(size: number): Uint8Array;
  read(size: number): Uint8Array<ArrayBuffer>;
  delete(): void;
}

export interface Glue {
  Session: new () => GlueSession;
  PartReader: new (request: string, start: Uint8Array) => GluePartReader;
  regels(datum: string): string;
  beleid(school: string): string;
  onderdruk(request: string, keepGoing: () => boolean): string;
  telOp(request: string, keepGoing: () => boolean): string;
  controleer(publicatie: string, lezer: string): string;
  versie(): string;
  sha256(bytes: Uint8Array): string;
}

export interface GlueOptions {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
  locateFile(path: string): string;
  print(line: string): void;
  printErr(line: string): void;
}

export default function create(options: GlueOptions): Promise<Glue>;
