/** As much of WebAssembly as is used here: the compiler knows it only as a part of a browser's page. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};
