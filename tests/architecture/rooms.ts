// The arrow, once: which room may import which, and which packages. The compiler keeps the rooms, these tests the rest.

export const rooms = ['protocol', 'pii', 'crypto', 'ui', 'guest', 'staff', 'server', 'verifier', 'demo'] as const;
export type Room = (typeof rooms)[number];

interface Rule {
  rooms: readonly Room[];
  packages: readonly string[];
}

const app: Rule = {
  rooms: ['protocol', 'pii', 'crypto', 'ui'],
  packages: ['react', 'react-dom', 'react-hook-form', 'uqr', 'zod'],
};

export const allowed: Record<Room, Rule> = {
  protocol: { rooms: [], packages: ['zod'] },
  pii: { rooms: ['protocol'], packages: ['zod', 'libphonenumber-js'] },
  crypto: { rooms: ['protocol'], packages: ['zod', '@hpke/core', '@noble/hashes', 'jose', 'hash-wasm'] },
  ui: { rooms: ['protocol'], packages: ['react', 'uqr', 'zod', 'diff'] },
  guest: { ...app, packages: [...app.packages, 'dexie'] },
  staff: {
    ...app,
    packages: [...app.packages, 'dexie', '@tanstack/react-virtual', 'qr', 'fflate', '@simplewebauthn/browser'],
  },
  server: {
    rooms: ['protocol'],
    packages: ['node:', 'hono', '@hono/node-server', 'jose', 'chinese-days', 'zod', '@simplewebauthn/server'],
  },
  verifier: { rooms: ['protocol', 'crypto'], packages: ['node:'] },
  // Puts the whole product together for a trial run.
  demo: { rooms: rooms.filter((room) => room !== 'demo' && room !== 'verifier'), packages: ['node:', 'uqr', 'zod'] },
};
