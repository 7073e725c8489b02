package io.retake.engine.http

import spock.lang.Specification

class PublicAddressesSpec extends Specification {

    def "#address is not on the public internet: #what"() {
        expect:
        !PublicAddresses.isPublic(InetAddress.getByName(address))

        where:
        address                    | what
        '127.0.0.1'                | 'loopback'
        '127.255.255.254'          | 'loopback'
        '0.0.0.0'                  | 'unspecified'
        '0.1.2.3'                  | 'this network'
        '10.0.0.1'                 | 'private'
        '172.16.0.1'               | 'private'
        '172.31.255.255'           | 'private'
        '192.168.1.1'              | 'private'
        '169.254.169.254'          | 'link-local: cloud metadata'
        '100.64.0.1'               | 'carrier-grade NAT'
        '100.127.255.255'          | 'carrier-grade NAT'
        '192.0.0.1'                | 'protocol assignments'
        '192.0.2.1'                | 'documentation'
        '192.88.99.1'              | '6to4 relays'
        '198.18.0.1'               | 'benchmarks'
        '198.51.100.7'             | 'documentation'
        '203.0.113.9'              | 'documentation'
        '224.0.0.1'                | 'multicast'
        '239.255.255.250'          | 'multicast'
        '240.0.0.1'                | 'reserved'
        '255.255.255.255'          | 'broadcast'
        '::1'                      | 'loopback'
        '::'                       | 'unspecified'
        '::ffff:127.0.0.1'         | 'IPv4-mapped loopback'
        '::ffff:10.0.0.1'          | 'IPv4-mapped private'
        '::ffff:169.254.169.254'   | 'IPv4-mapped link-local'
        '::127.0.0.1'              | 'IPv4-compatible loopback'
        '64:ff9b::7f00:1'          | 'NAT64 of loopback'
        '2002:7f00:1::'            | '6to4 of loopback'
        '2001::1'                  | 'Teredo'
        '2001:db8::1'              | 'documentation'
        '3fff::1'                  | 'documentation'
        'fe80::1'                  | 'link-local'
        'fec0::1'                  | 'site-local'
        'fc00::1'                  | 'unique local'
        'fd12:3456:789a::1'        | 'unique local'
        'ff02::1'                  | 'multicast'
    }

    def "#address is on the public internet"() {
        expect:
        PublicAddresses.isPublic(InetAddress.getByName(address))

        where:
        address << ['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '192.0.1.1',
                    '198.20.0.1', '223.255.255.255', '2606:4700:4700::1111', '2a00:1450:4001::1']
    }
}
