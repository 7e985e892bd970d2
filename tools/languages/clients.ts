/** The generators that are tried, each with its section of docs/other-languages.md. */

/** Something that a machine must have before a client can be generated. */
export interface Need {
  /** A command that succeeds when it is installed. */
  readonly command: readonly string[];
  readonly name: string;
  /** How to get it. */
  readonly remedy: string;
}

export interface LanguageClient {
  /** The folder under languages/ with the program. `npm run check:languages -- go` takes all that begin so. */
  readonly name: string;
  /** Heading of the section whose commands are run. */
  readonly heading: string;
  readonly needs: readonly Need[];
}

export const python: Need = {
  command: ['python3', '-c', 'import sys, venv, ensurepip; assert sys.version_info >= (3, 11)'],
  name: 'Python 3.11 or newer with venv',
  remedy: 'on Debian: apt-get install python3-venv',
};
export const go: Need = {
  command: ['go', 'version'],
  name: 'Go 1.25 or newer',
  remedy: 'on Debian: apt-get install golang, or https://go.dev/dl',
};
const java: Need = {
  command: ['javac', '-version'],
  name: 'a JDK, 17 or newer',
  remedy: 'on Debian: apt-get install default-jdk-headless',
};
const maven: Need = {
  command: ['mvn', '-v'],
  name: 'Maven',
  remedy: 'on Debian: apt-get install maven',
};
const cargo: Need = {
  command: ['cargo', '--version'],
  name: 'Rust with cargo, 1.88 or newer',
  remedy: 'https://rustup.rs, or on Debian: apt-get install cargo',
};
const php: Need = {
  command: [
    'php',
    '-r',
    "require 'GuzzleHttp/autoload.php'; exit(function_exists('curl_init') && function_exists('mb_strlen') ? 0 : 1);",
  ],
  name: 'PHP 8.1 or newer with curl, mbstring and Guzzle',
  remedy: 'on Debian: apt-get install php-cli php-curl php-mbstring php-guzzlehttp-guzzle',
};
const mono: Need = {
  command: [
    'sh',
    '-c',
    'command -v mono && command -v mcs && test -f /usr/lib/mono/4.5/System.Web.dll && test -f /usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll',
  ],
  name: 'Mono with its C# compiler and Newtonsoft.Json',
  remedy:
    'on Debian: apt-get install mono-mcs mono-runtime libnewtonsoft-json5.0-cil libmono-system-net-http4.0-cil libmono-system-web4.0-cil libmono-system-componentmodel-dataannotations4.0-cil',
};
export const npm: Need = {
  command: ['npm', '--version'],
  name: 'npm',
  remedy: 'it comes with Node',
};

export const clients: readonly LanguageClient[] = [
  {
    name: 'python-openapi-python-client',
    heading: 'Python: openapi-python-client',
    needs: [python],
  },
  { name: 'python-pydantic', heading: 'Python: pydantic models', needs: [python] },
  { name: 'go-oapi-codegen', heading: 'Go: oapi-codegen', needs: [go] },
  { name: 'go-ogen', heading: 'Go: ogen', needs: [go] },
  { name: 'java-openapi-generator', heading: 'Java: openapi-generator', needs: [java, maven] },
  {
    name: 'rust-openapi-generator',
    heading: 'Rust: openapi-generator',
    needs: [java, maven, cargo],
  },
  { name: 'php-openapi-generator', heading: 'PHP: openapi-generator', needs: [java, maven, php] },
  {
    name: 'csharp-openapi-generator',
    heading: 'C#: openapi-generator',
    needs: [java, maven, mono],
  },
  { name: 'typescript-orval', heading: 'TypeScript: orval', needs: [npm] },
  { name: 'typescript-hey-api', heading: 'TypeScript: hey-api', needs: [npm] },
];
