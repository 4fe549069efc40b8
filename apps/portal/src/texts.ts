/** The messages of the pages that are the portal's own; those of each context come with its room. */
import './my/my.texts';
import './office/office.texts';
import './receipts/receipt-check.texts';
import './receipts/receipts.texts';
import './start/start.texts';
import './transparency/auditors/auditors.texts';
import './transparency/officials/officials.texts';
import './transparency/transparency.texts';
import './transparency/witnesses.texts';
import './units/unit.texts';
