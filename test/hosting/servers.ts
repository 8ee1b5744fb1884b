import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LONG } from './urls.js';

/** Where a recipe is going to run. */
export interface Place {
  /** A folder for configuration and logs. */
  readonly folder: string;
  /** The document root. */
  readonly root: string;
  /** The path of the room page's folder, with a slash at both ends. */
  readonly base: string;
  /** The port in place of 80. */
  readonly httpPort: number;
  /** The port in place of 443. */
  readonly port: number;
  readonly certificate: string;
  readonly key: string;
}

export interface RealServer {
  readonly name: string;
  readonly command: string;
  readonly debianPackage: string;
  readonly version: string[];
  /** What it responds before it reads the recipe: URL and status. */
  readonly refuses: readonly [url: string | undefined, status: number][];
  /** The recipe cannot set up listeners and logs. */
  readonly isFolderOnly?: true;
  /** Writes the configuration and returns the arguments that start the server in the foreground. */
  configure(place: Place): string[];
}

/** Reads a recipe as a user does who copies it and replaces the names in it. */
const readRecipe = (name: string, { root, base, certificate, key }: Place): string =>
  readFileSync(fileURLToPath(new URL(`../../docs/hosting/${name}`, import.meta.url)), 'utf8')
    .replaceAll('/var/www/html', root)
    .replaceAll('/etc/letsencrypt/live/example.com/fullchain.pem', certificate)
    .replaceAll('/etc/letsencrypt/live/example.com/privkey.pem', key)
    .replaceAll('example.com', 'localhost')
    .replaceAll('/room/', base)
    .replaceAll(/\/room\b(?!\/)/g, base.slice(0, -1));

function write(place: Place, name: string, text: string): string {
  const file = path.join(place.folder, name);
  writeFileSync(file, text);
  return file;
}

const APACHE_MODULES = [
  'mpm_event',
  'authz_core',
  'alias',
  'dir',
  'mime',
  'headers',
  'setenvif',
  'ssl',
];

/** What Debian configures before it reads the sites. */
const apacheSetup = ({ folder, root, port, httpPort }: Place): string => `
ServerRoot ${folder}
PidFile ${folder}/pid
Define APACHE_LOG_DIR ${folder}
ErrorLog ${folder}/error.log
LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
ServerName localhost
Listen 127.0.0.1:${port}
Listen 127.0.0.1:${httpPort}
${APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
User www-data
Group www-data
<Directory />
  Require all denied
</Directory>
<Directory ${root}>
  Require all granted
</Directory>
`;

const apache = { command: 'apache2', debianPackage: 'apache2', version: ['-v'] };

/** URLs that a server rejects because it cannot parse them. */
const MALFORMED: [string, number][] = [
  ['^%E0%A4%A', 400],
  ['^%', 400],
  ['/%E0%A4%A', 400],
];

export const SERVERS: readonly RealServer[] = [
  {
    name: 'nginx',
    command: 'nginx',
    debianPackage: 'nginx-light',
    version: ['-v'],
    refuses: [...MALFORMED, ['^%00', 400], [LONG[1], 414], [LONG[2], 414]],
    configure(place) {
      const { folder, port, httpPort } = place;
      const site = readRecipe('nginx.conf', place)
        .replace('listen 80;', `listen 127.0.0.1:${httpPort};`)
        .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
        .replaceAll(/listen \[::\].*/g, '');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join('\n');
      const file = write(
        place,
        'nginx.conf',
        `daemon off; pid ${folder}/pid; events {}
http { include /etc/nginx/mime.types; access_log ${folder}/access.log; ${temporary} ${site} }`,
      );
      return ['-c', file, '-e', path.join(folder, 'error.log')];
    },
  },
  {
    ...apache,
    name: 'Apache',
    refuses: [...MALFORMED, ['^%00', 404], [LONG[0], 403], [LONG[1], 414], [LONG[2], 414]],
    configure(place) {
      const site = readRecipe('apache.conf', place)
        .replace('*:80', `*:${place.httpPort}`)
        .replace('*:443', `*:${place.port}`);
      const file = write(place, 'apache.conf', apacheSetup(place) + site);
      return ['-f', file, '-DFOREGROUND'];
    },
  },
  {
    ...apache,
    name: 'Apache (.htaccess)',
    isFolderOnly: true,
    // Apache reads `.htaccess` only after it has mapped the URL to the folder.
    refuses: [
      ...MALFORMED,
      ['^:', 301],
      ['^a%2Fb', 404],
      ['^%00', 404],
      [LONG[0], 403],
      [LONG[1], 414],
      [LONG[2], 414],
    ],
    configure(place) {
      const { root, base, certificate, key } = place;
      writeFileSync(path.join(root, base, '.htaccess'), readRecipe('apache.htaccess', place));
      const site = `DocumentRoot ${root}
SSLEngine on
SSLCertificateFile ${certificate}
SSLCertificateKeyFile ${key}
<Directory ${root}>
  AllowOverride All
</Directory>
<Files ".ht*">
  Require all denied
</Files>`;
      const file = write(place, 'apache.conf', apacheSetup(place) + site);
      return ['-f', file, '-DFOREGROUND'];
    },
  },
  {
    name: 'Caddy',
    command: 'caddy',
    debianPackage: 'caddy',
    version: ['version'],
    // Go's HTTP server responds before Caddy does.
    refuses: MALFORMED,
    configure(place) {
      const { port, httpPort, certificate, key } = place;
      const site = readRecipe('Caddyfile', place).replace(
        'localhost {',
        `localhost {\n\ttls ${certificate} ${key}`,
      );
      const global = `{\n\tadmin off\n\thttp_port ${httpPort}\n\thttps_port ${port}\n}\n`;
      return [
        'run',
        '--config',
        write(place, 'Caddyfile', global + site),
        '--adapter',
        'caddyfile',
      ];
    },
  },
];
