<?php
/*
 * SPDX-FileCopyrightText: The Tagsmith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/** What the posts of one taxonomy should carry, computed beside WordPress and Tagsmith. */
class Model {
	/** @var array<int, string[]> the names of each post */
	public array $terms_of = array();

	/** @param string[] $names all terms, used or not */
	public function __construct( public string $taxonomy, public array $names = array() ) {
	}

	/** The terms, the most used first. */
	public function most_used(): array {
		$uses = $this->uses();
		uksort( $uses, fn( $a, $b ) => array( $uses[ $b ], $a ) <=> array( $uses[ $a ], $b ) );
		return array_keys( $uses );
	}

	/** @return array<string, int> how many posts carry each term */
	public function uses(): array {
		$uses = array_count_values( array_merge( ...array_values( $this->terms_of ) ) );
		return $uses + array_fill_keys( $this->names, 0 );
	}

	/** @return int[] how many taggings move, and how many collapse */
	public function merge( array $sources, string $target ): array {
		$moved     = 0;
		$collapsed = 0;
		foreach ( $this->terms_of as &$its ) {
			$gone = count( array_intersect( $its, $sources ) );
			if ( 0 === $gone ) {
				continue;
			}
			$moves      = in_array( $target, $its, true ) ? 0 : 1;
			$moved     += $moves;
			$collapsed += $gone - $moves;
			$its        = array_unique( array_merge( array_diff( $its, $sources ), array( $target ) ) );
		}
		$this->names = array_diff( $this->names, $sources );
		return array( $moved, $collapsed, 0 );
	}

	public function rename( string $old, string $new ): void {
		$change         = fn( $names ) => array_map( fn( $name ) => $name === $old ? $new : $name, $names );
		$this->names    = $change( $this->names );
		$this->terms_of = array_map( $change, $this->terms_of );
	}

	/** @return int[] as merge(), with those removed at the end */
	public function remove( string $name ): array {
		$removed        = $this->uses()[ $name ];
		$this->names    = array_diff( $this->names, array( $name ) );
		$this->terms_of = array_map( fn( $its ) => array_diff( $its, array( $name ) ), $this->terms_of );
		return array( 0, 0, $removed );
	}

	/** Asks WordPress itself for its lists and counts, and lets it count again. */
	public function agree(): void {
		wp_cache_flush();
		$sorted = function ( $names ) {
			sort( $names );
			return $names;
		};
		$counts = $this->counts();
		expect( $sorted( array_keys( $counts ) ), $sorted( $this->names ), "terms of {$this->taxonomy}" );
		foreach ( $this->terms_of as $post => $its ) {
			$found = wp_get_object_terms( $post, $this->taxonomy, array( 'fields' => 'names' ) );
			expect( $sorted( $found ), $sorted( $its ), "{$this->taxonomy} of post $post" );
		}
		foreach ( $this->names as $name ) {
			$published = array_filter(
				$this->terms_of,
				fn( $its, $post ) => in_array( $name, $its, true ) && 'publish' === get_post_status( $post ),
				ARRAY_FILTER_USE_BOTH
			);
			expect( $counts[ $name ], count( $published ), "WordPress's count of $name" );
		}
		$fields = array( 'taxonomy' => $this->taxonomy, 'hide_empty' => false, 'fields' => 'tt_ids' );
		wp_update_term_count_now( get_terms( $fields ), $this->taxonomy );
		wp_cache_flush();
		expect( $this->counts(), $counts, "WordPress's counts after wp_update_term_count_now()" );
	}

	private function counts(): array {
		$terms = get_terms( array( 'taxonomy' => $this->taxonomy, 'hide_empty' => false ) );
		return wp_list_pluck( $terms, 'count', 'name' );
	}
}
