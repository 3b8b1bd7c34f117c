// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What toJson() gives for the small sample, byte for byte.
inline const char* const expectedJson = R"({
  "whittle": "0.1.0",
  "schema": 1,
  "case": {
    "symptom": "phone-resets",
    "reference_clock": "evidence/span-dc1.pcap"
  },
  "sources": [
    {
      "id": 1,
      "path": "evidence/SEP001E7A24429A.log",
      "sha256": "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13",
      "bytes": 1482112,
      "format": "phone-console",
      "format_reason": "its first bytes",
      "records": 20500,
      "events": 14391,
      "first": "2009-02-27T13:11:10.899614000Z",
      "last": "2009-03-04T12:11:10.899614000Z",
      "date": {
        "basis": "stated",
        "from": "lines"
      },
      "zone": {
        "id": "America/Chicago",
        "basis": "inferred"
      },
      "clock": {
        "offset_s": 41.2,
        "low_s": 41,
        "high_s": 41.4,
        "drift_ppm": 3.25,
        "basis": "37 matched events"
      },
      "coverage": [],
      "limits": [],
      "copies": [],
      "problems": []
    },
    {
      "id": 2,
      "path": "evidence/notes.bin",
      "sha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
      "bytes": 1482112,
      "format": "unknown",
      "format_reason": "its first bytes",
      "records": 20500,
      "events": 0,
      "first": null,
      "last": null,
      "date": {
        "basis": "assumed",
        "from": "nothing"
      },
      "zone": {
        "id": "UTC",
        "basis": "assumed"
      },
      "clock": null,
      "coverage": [],
      "limits": [],
      "copies": [],
      "problems": []
    },
    {
      "id": 3,
      "path": "evidence/span-dc1.pcap",
      "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      "bytes": 1482112,
      "format": "pcap",
      "format_reason": "its first bytes",
      "records": 20500,
      "events": 14391,
      "first": "2009-02-27T13:11:10.899614000Z",
      "last": "2009-03-04T12:11:10.899614000Z",
      "date": {
        "basis": "stated",
        "from": "lines"
      },
      "zone": {
        "id": "UTC",
        "basis": "stated"
      },
      "clock": {
        "offset_s": 0,
        "low_s": 0,
        "high_s": 0,
        "drift_ppm": 0,
        "basis": "reference clock"
      },
      "coverage": [
        {
          "from": "2009-02-27T13:11:10.899614000Z",
          "to": "2009-03-04T12:11:10.899614000Z"
        }
      ],
      "limits": [
        {
          "id": "limit.drops",
          "text": "limit.drops 17",
          "from": "2009-02-27T13:11:10.899614000Z",
          "to": null
        }
      ],
      "copies": [],
      "problems": [
        {
          "severity": "data-loss",
          "at": "frame 20501",
          "message": "The last record is cut: 54 of 60 bytes."
        },
        {
          "severity": "notice",
          "at": null,
          "message": "capture.no-end"
        }
      ]
    }
  ],
  "event_counts": {
    "dhcp.ack": 31,
    "dhcp.nak": 14,
    "sccp.keepalive": 14322
  },
  "checks": [
    {
      "id": "dhcp-refused",
      "result": "yes",
      "devices": [
        "SEP001E7A24429A",
        "SEP0015C6E5749B"
      ],
      "from": "2009-02-27T14:11:10.899614000Z",
      "to": "2009-03-02T14:11:10.899614000Z",
      "evidence": [
        {
          "source": 3,
          "at": "frame 20411",
          "time": "2009-02-27T14:11:10.899614000Z",
          "text": "DHCPNAK 10.2.1.5 to 10.2.16.37, xid 0x39a0b1c2, answer to the unicast renewal 4 ms before"
        },
        {
          "source": 3,
          "at": "frame 20412",
          "time": "2009-02-27T14:11:10.899614001Z",
          "text": ""
        }
      ],
      "needs": []
    },
    {
      "id": "keepalives-lost",
      "result": "no",
      "devices": [],
      "from": null,
      "to": null,
      "evidence": [],
      "needs": []
    }
  ],
  "findings": [
    {
      "check": "dhcp-refused",
      "severity": "error",
      "title": "DHCP server 10.2.1.5 refuses renewals at half of the lease",
      "explanation": "2 renewals of SEP001E7A24429A, SEP0015C6E5749B were answered with DHCPNAK: the server was there and said no.",
      "cause": "dhcp.nak",
      "devices": [
        "SEP001E7A24429A",
        "SEP0015C6E5749B"
      ],
      "evidence": [
        {
          "source": 3,
          "at": "frame 20411",
          "time": "2009-02-27T14:11:10.899614000Z",
          "text": "DHCPNAK 10.2.1.5 to 10.2.16.37, xid 0x39a0b1c2, answer to the unicast renewal 4 ms before"
        },
        {
          "source": 1,
          "at": "line 6",
          "time": "2009-02-27T14:11:10.937614000Z",
          "text": "NOT 08:11:10.899614 DHCP: NAK received from 10.2.1.5"
        }
      ],
      "would_refute": "an ACK to a renewal in the same span.",
      "next_step": "compare the scope on 10.2.1.5 with its lease database."
    }
  ],
  "diagnosis": {
    "verdict": "confirmed",
    "devices": [
      "SEP001E7A24429A",
      "SEP0015C6E5749B"
    ],
    "depends_on": [],
    "suspects": [
      {
        "cause": "dhcp.nak",
        "probability": 0.914,
        "state": "confirmed",
        "because": [
          "dhcp-refused",
          "phone-reboots"
        ],
        "follows": null
      },
      {
        "cause": "dhcp.no-answer",
        "probability": 0.05,
        "state": "weakened",
        "because": [
          "dhcp-refused"
        ],
        "follows": null
      },
      {
        "cause": "other",
        "probability": 0.033123,
        "state": "suspect",
        "because": [],
        "follows": null
      },
      {
        "cause": "network.keepalive-loss",
        "probability": 0.002,
        "state": "eliminated",
        "because": [
          "keepalives-lost"
        ],
        "follows": null
      },
      {
        "cause": "admin.reset",
        "probability": 0.000877,
        "state": "eliminated",
        "because": [
          "user-pressed-reset"
        ],
        "follows": null
      }
    ],
    "refinements": [
      {
        "refines": "dhcp.nak",
        "suspects": [
          {
            "cause": "dhcp.nak.scope-changed",
            "probability": 0.8,
            "state": "suspect",
            "because": [
              "changed-recently"
            ],
            "follows": null
          },
          {
            "cause": "dhcp.nak.failover-partner",
            "probability": 0.01,
            "state": "eliminated",
            "because": [
              "two-servers"
            ],
            "follows": null
          }
        ]
      }
    ]
  },
  "next": {
    "questions": [
      {
        "id": "changed-recently",
        "text": "Was the DHCP server's scope changed or restored lately?",
        "answers": [
          "yes",
          "no"
        ],
        "why": "It refuses addresses that it gave out itself.",
        "minutes": 3
      },
      {
        "id": "period-hours",
        "text": "After how many hours does it happen again?",
        "answers": [
          "number"
        ],
        "why": "",
        "minutes": 1
      }
    ],
    "collect": [
      {
        "source": "dhcp-server-log",
        "what": "DHCP server audit log, 24–28 Feb",
        "how": "copy \\\\dhcp01\\c$\\Windows\\System32\\dhcp\\DhcpSrvLog-*.log",
        "why": "It says why it refused.",
        "minutes": 10
      }
    ]
  }
}
)";
