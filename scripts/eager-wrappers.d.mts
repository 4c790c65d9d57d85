export function eagerWrappers(): { name: string; renderChunk: (code: string) => string };
