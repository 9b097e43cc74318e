export type Headers = Readonly<Record<string, string>>;

export interface HeaderOptions {
  /** The desk's pages run Argon2id in WebAssembly, and look at posters through the camera. */
  readonly staff?: boolean;
  /** Source expressions of the styles a page carries inside, such as `'sha256-…'`. */
  readonly styles?: readonly string[];
  /** Those of the scripts a page carries inside. */
  readonly scripts?: readonly string[];
}

/** Makes the headers every response carries, errors included. HSTS only where people come by TLS. */
export function securityHeaders(
  publicUrl: string,
  { staff = false, styles = [], scripts = [] }: HeaderOptions = {},
): Headers {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...(staff ? ["'wasm-unsafe-eval'"] : []), ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "font-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types foyer',
  ];
  const headers: Record<string, string> = {
    'content-security-policy': policy.join('; '),
    'permissions-policy': permissions(staff),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  if (publicUrl.startsWith('https:')) headers['strict-transport-security'] = 'max-age=31536000';
  return headers;
}

function permissions(staff: boolean): string {
  const refused = [
    'accelerometer',
    'browsing-topics',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'magnetometer',
  ];
  const more = ['microphone', 'midi', 'payment', 'serial', 'usb'];
  const camera = staff ? 'camera=(self)' : 'camera=()';
  return [camera, ...[...refused, ...more].map((name) => `${name}=()`)].join(', ');
}
